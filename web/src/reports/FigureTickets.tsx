import type { Answer, Call } from '@hotline/shared/api/client';
import { dispatchRoleTerms } from '@hotline/shared/catalog/terms';
import { verdictTerm } from '@hotline/shared/figures/verdictTerm';
import type { DispatchRole } from '@hotline/shared/ticket/model/dispatch';
import { Alert, Button, Drawer } from 'antd';
import { Link } from 'react-router';
import { useCatalog, useDepartmentName } from '../data/catalog.ts';
import { usePerson } from '../data/session.ts';
import { useSettings } from '../data/settings.ts';
import { usePages } from '../data/usePages.ts';
import { desksOf } from '../desk/desks.ts';
import { ExportButton } from '../exports/ExportButton.tsx';
import { paths } from '../paths.ts';
import { useT, useTerm } from '../text/translate.ts';
import { dayAndClock, dueDayAndClock } from '../ui/localTime.ts';
import type { Drill } from './DrillButton.tsx';
import { useDefinitionText } from './figureText.ts';

type Rows = readonly Answer<'figureRows'>['items'][number][];

/** Exactly the tickets a number counts. */
export function FigureTickets({ drill, onClose }: { drill: Drill | null; onClose: () => void }) {
  const t = useT();
  const asked = drill && { params: { name: drill.figure.id }, query: { ...asQuery(drill.query), limit: 100 } };
  const { items, message, more } = usePages('figureRows', asked);
  return (
    <Drawer
      open={drill !== null}
      onClose={onClose}
      size={880}
      title={drill?.title}
      extra={
        drill ? <ExportButton asked={{ what: 'figure', figure: drill.figure.id, query: asQuery(drill.query) }} /> : null
      }
      destroyOnHidden
    >
      {message ? <Alert type="error" title={message} /> : null}
      {drill ? <Table drill={drill} rows={items ?? []} /> : null}
      {more ? <Button onClick={() => void more()}>{t('queue.more')}</Button> : null}
    </Drawer>
  );
}

function Table({ drill: { figure }, rows }: { drill: Drill; rows: Rows }) {
  const t = useT();
  const term = useTerm();
  const words = useDefinitionText()(figure);
  const lang = useSettings((s) => s.lang);
  const terms = { met: { zh: figure.met, en: figure.metEn }, missed: { zh: figure.missed, en: figure.missedEn } };
  const departmentName = useDepartmentName();
  const offset = useCatalog((s) => s.offsetMinutes);
  const own = desksOf(usePerson());
  const desk = own.includes('all') ? 'all' : (own[0] ?? 'all');
  const time = (at: string | null, isDue: boolean) =>
    at === null ? '—' : isDue ? dueDayAndClock(at, offset) : dayAndClock(at, offset);
  const head = [
    t('rows.number'),
    t('rows.ticket'),
    t('rows.department'),
    words.cohort,
    ...(figure.original ? [t('rows.original')] : []),
    t('rows.done'),
    figure.measure === 'sum' ? t('rows.amount') : t('rows.verdict'),
  ];
  return (
    <table className="figures of-tickets">
      <thead>
        <tr>
          {head.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>{row.ticketId ? <Link to={paths.ticket(desk, row.ticketId)}>{row.number}</Link> : null}</td>
            <th scope="row">{row.title}</th>
            <td>
              {row.departmentId ? departmentName(row.departmentId) : ''}
              {row.role ? <span className="muted"> {term(dispatchRoleTerms, row.role as DispatchRole)}</span> : null}
            </td>
            <td>{time(row.cohortAt, figure.due)}</td>
            {figure.original ? <td>{time(row.originalAt, figure.due)}</td> : null}
            <td>{time(row.doneAt, false)}</td>
            <td>
              {figure.measure === 'sum' ? ((row.amount ?? 0) / 100).toFixed(2) : verdictTerm(terms, row.verdict)[lang]}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The server wrote it, as the query of this very route. */
const asQuery = (drill: string) =>
  Object.fromEntries(new URLSearchParams(drill)) as Omit<Call<'figureRows'>['query'], 'cursor' | 'limit'>;
