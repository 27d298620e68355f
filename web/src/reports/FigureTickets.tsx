import type { Answer, Call } from '@hotline/shared/api/client';
import { Alert, Button, Drawer } from 'antd';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { api, sentenceOf } from '../api.ts';
import { ExportButton } from '../exports/ExportButton.tsx';
import { paths } from '../paths.ts';
import { useCatalog, useDepartmentName } from '../stores/catalog.ts';
import { usePerson } from '../stores/session.ts';
import { useT } from '../text/translate.ts';
import { desksOf } from '../tickets/desks.ts';
import { dayAndClock, dueDayAndClock } from '../ui/localTime.ts';
import type { Drill } from './DrillButton.tsx';

type Rows = Answer<'figureRows'>['items'];
type Props = { figure: string; drill: Drill | null; onClose: () => void };

/** Exactly the tickets a number counts. */
export function FigureTickets({ figure, drill, onClose }: Props) {
  const t = useT();
  const departmentName = useDepartmentName();
  const offset = useCatalog((s) => s.offsetMinutes);
  const own = desksOf(usePerson());
  const desk = own.includes('all') ? 'all' : (own[0] ?? 'all');
  const [rows, setRows] = useState<Rows>([]);
  const [cursor, setCursor] = useState<string | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const query = drill?.query ?? null;
  const read = async (from: string, after: string | null) => {
    try {
      const answer = await api.call('figureRows', {
        params: { name: figure },
        query: { ...asQuery(from), limit: 100, ...(after ? { cursor: after } : {}) },
      });
      setRows((old) => (after ? [...old, ...answer.items] : answer.items));
      setCursor(answer.nextCursor);
      setMessage(null);
    } catch (error) {
      setMessage(sentenceOf(error));
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: one question per number pressed
  useEffect(() => {
    setRows([]);
    setCursor(null);
    if (query !== null) void read(query, null);
  }, [query, figure]);
  return (
    <Drawer
      open={drill !== null}
      onClose={onClose}
      size={820}
      title={drill?.title}
      extra={query === null ? null : <ExportButton asked={{ what: 'figure', figure, query: asQuery(query) }} />}
      destroyOnHidden
    >
      {message ? <Alert type="error" title={message} /> : null}
      <table className="figures of-tickets">
        <thead>
          <tr>
            {(['number', 'ticket', 'department', 'due', 'answered', 'verdict'] as const).map((name) => (
              <th key={name} scope="col">
                {t(`rows.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.ticketId}.${row.number}.${row.departmentId}.${row.dueAt}`}>
              <td>
                <Link to={paths.ticket(desk, row.ticketId)}>{row.number}</Link>
              </td>
              <th scope="row">{row.title}</th>
              <td>{row.departmentId ? departmentName(row.departmentId) : ''}</td>
              <td>{dueDayAndClock(row.dueAt, offset)}</td>
              <td>{row.answeredAt ? dayAndClock(row.answeredAt, offset) : '—'}</td>
              <td>{t(`verdict.${row.verdict}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {cursor && query !== null ? <Button onClick={() => void read(query, cursor)}>{t('queue.more')}</Button> : null}
    </Drawer>
  );
}

/** The server wrote it, as the query of this very route. */
const asQuery = (drill: string) =>
  Object.fromEntries(new URLSearchParams(drill)) as Omit<Call<'figureRows'>['query'], 'cursor' | 'limit'>;
