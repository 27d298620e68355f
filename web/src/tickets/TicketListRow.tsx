import { kindTerms, urgencyTerms } from '@hotline/shared/catalog/terms';
import { memo } from 'react';
import type { DeskName } from '../paths.ts';
import { useCatalog } from '../stores/catalog.ts';
import { useTicketRow } from '../stores/tickets.ts';
import { useT, useTerm } from '../text/translate.ts';
import { Countdown } from '../ui/Countdown.tsx';
import { StatusTag, TurnTag } from '../ui/StatusTag.tsx';
import { desks } from './desks.ts';
import { useMine } from './mine.ts';
import { belongs } from './queue.ts';
import { RowRequest } from './RowRequest.tsx';

type Position = { index: number; total: number; top: number; height: number };
type Props = { id: string; desk: DeskName; selected: boolean; position: Position; onSelect: (id: string) => void };

/** One row; it subscribes to its own ticket and draws again only when that changes. */
export const TicketListRow = memo(
  function TicketListRow({ id, desk, selected, position, onSelect }: Props) {
    const t = useT();
    const term = useTerm();
    const row = useTicketRow(id);
    const mine = useMine();
    const regions = useCatalog((s) => s.regionLabels);
    const left = row !== undefined && !belongs(row);
    const due = row ? desks[desk].due(row, mine) : null;
    const turn = desk === 'inbox' ? row?.turns.findLast((x) => mine.has(x.departmentId)) : undefined;
    return (
      // The list itself takes the keys; a row only the pointer.
      // biome-ignore lint/a11y/useKeyWithClickEvents: see above
      <div
        id={`row-${id}`}
        role="option"
        tabIndex={-1}
        aria-selected={selected}
        aria-setsize={position.total}
        aria-posinset={position.index + 1}
        className={`queue-row ${selected ? 'is-selected' : ''} ${left ? 'has-left' : ''}`}
        style={{ top: position.top, height: position.height }}
        onClick={() => onSelect(id)}
      >
        {row ? (
          <>
            <div className="row-head">
              <span className="number">{row.number}</span>
              {row.urgency === 'normal' ? null : <b className="flag urgent">{term(urgencyTerms, row.urgency)}</b>}
              {row.card ? <b className={`flag ${row.card}`}>{t(`card.${row.card}`)}</b> : null}
              {row.urgeCount > 0 ? <b className="flag">{t('row.urged', { n: row.urgeCount })}</b> : null}
            </div>
            <div className="row-title">{row.title}</div>
            <div className="row-foot">
              <span className="row-place">
                {desk === 'decide' ? (
                  <RowRequest row={row} />
                ) : (
                  <>
                    {term(kindTerms, row.kind)}
                    {row.regionCode ? ` · ${regions.get(row.regionCode) ?? row.regionCode}` : ''}
                  </>
                )}
              </span>
              {turn ? <TurnTag status={turn.status} /> : <StatusTag status={row.status} />}
              {row.status === 'closed' ? null : <Countdown dueAt={due?.at ?? null} doneAt={due?.doneAt ?? null} />}
            </div>
          </>
        ) : null}
      </div>
    );
  },
  (a, b) =>
    a.id === b.id &&
    a.desk === b.desk &&
    a.selected === b.selected &&
    a.position.top === b.position.top &&
    a.position.height === b.position.height &&
    a.position.total === b.position.total,
);
