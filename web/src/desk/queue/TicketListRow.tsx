import { kindTerms, urgencyTerms } from '@hotline/shared/catalog/terms';
import { shownClock } from '@hotline/shared/ticket/clocks/shownClock';
import { type MouseEvent, memo } from 'react';
import { useCatalog } from '../../data/catalog.ts';
import { useTicketRow } from '../../data/tickets.ts';
import type { DeskName } from '../../paths.ts';
import { useT, useTerm } from '../../text/translate.ts';
import { ClockBadge } from '../../ui/ClockBadge.tsx';
import { DispatchTag, StatusTag } from '../../ui/StatusTag.tsx';
import { selectTo, toggleSelected, useSelection } from '../batch/selection.ts';
import { useOpenCase } from '../case/openCase.ts';
import { useOwnDepartments } from '../case/ownDepartments.ts';
import { belongs, useQueue } from './queue.ts';
import { isOneStatus } from './queueFilter.ts';
import { RowRequest } from './RowRequest.tsx';

type Position = { index: number; total: number; top: number; height: number };
type Props = { id: string; desk: DeskName; selected: boolean; position: Position; onSelect: (id: string) => void };

/** One row; it subscribes to its own ticket and draws again only when that changes. */
export const TicketListRow = memo(
  function TicketListRow({ id, desk, selected, position, onSelect }: Props) {
    const t = useT();
    const term = useTerm();
    const row = useTicketRow(id);
    const mine = useOwnDepartments();
    const places = useCatalog((s) => s.regionPlaces);
    const isNew = useQueue((s) => s.fresh.has(id));
    const sameStatus = useQueue((s) => isOneStatus(s.filter));
    const isPicked = useSelection((s) => s.ids.has(id));
    const isPicking = useSelection((s) => s.ids.size > 0);
    const left = row !== undefined && !belongs(row);
    const dispatch = desk === 'inbox' ? row?.dispatches.findLast((x) => mine.has(x.departmentId)) : undefined;
    return (
      // The list itself takes focus and keys; a row only the pointer.
      // biome-ignore lint/a11y/useKeyWithClickEvents: see above
      // biome-ignore lint/a11y/useFocusableInteractive: see above
      <div
        id={`row-${id}`}
        role="option"
        aria-selected={selected}
        aria-checked={isPicking ? isPicked : undefined}
        aria-setsize={position.total}
        aria-posinset={position.index + 1}
        className={`queue-row ${selected ? 'is-selected' : ''} ${left ? 'has-left' : ''} ${isPicked ? 'is-picked' : ''}`}
        style={{ top: position.top, height: position.height }}
        onMouseDown={keepText}
        onClick={(event) => pick(event, id) || onSelect(id)}
      >
        {row ? (
          <>
            <div className="row-head">
              <span className={`row-tick ${isPicking ? 'is-shown' : ''}`} aria-hidden="true">
                {isPicked ? '✓' : ''}
              </span>
              <span className="number">{row.number}</span>
              {isNew ? <b className="flag new">{t('row.new')}</b> : null}
              {row.urgency === 'normal' ? null : <b className="flag urgent">{term(urgencyTerms, row.urgency)}</b>}
              {row.lateEnteredAt ? <b className="flag">{t('row.lateEntered')}</b> : null}
              {row.card ? <b className={`flag ${row.card}`}>{t(`card.${row.card}`)}</b> : null}
              {row.urgeCount > 0 ? <b className="flag">{t('row.urged', { n: row.urgeCount })}</b> : null}
              <span className="row-due">
                <ClockBadge clock={shownClock(row, desk, mine)} />
              </span>
            </div>
            <div className="row-title">{row.title}</div>
            <div className="row-foot">
              <span className="row-place">
                {desk === 'decide' ? (
                  <RowRequest row={row} />
                ) : (
                  <>
                    {term(kindTerms, row.kind)}
                    {row.regionCode ? ` · ${places.get(row.regionCode) ?? row.regionCode}` : ''}
                  </>
                )}
              </span>
              {/* A queue of one status need not repeat it on every row. */}
              {left || !sameStatus ? (
                dispatch ? (
                  <DispatchTag status={dispatch.status} />
                ) : (
                  <StatusTag status={row.status} />
                )
              ) : null}
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

/** A click on the tick or with Ctrl selects the row, with Shift all up to it; anything else opens it. */
function pick(event: MouseEvent, id: string): boolean {
  const onTick = event.target instanceof Element && event.target.closest('.row-tick') !== null;
  if (event.shiftKey) selectTo(useQueue.getState().ids, useOpenCase.getState().id, id);
  else if (onTick || event.ctrlKey || event.metaKey) toggleSelected(id);
  else return false;
  return true;
}

/** Selecting rows with Shift does not mark their words. */
const keepText = (event: MouseEvent) => {
  if (event.shiftKey) event.preventDefault();
};
