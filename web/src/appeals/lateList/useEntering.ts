import { type RefObject, useEffect, useState } from 'react';
import { useCommands } from '../../keys/useCommands.ts';
import { useGapCheck } from '../../phrases/useGapCheck.ts';
import { useT } from '../../text/translate.ts';
import { useAboutLog } from '../useAboutLog.ts';
import { isEmptyRow, isUnderWay, type ListRow } from './lateRows.ts';
import type { LateList } from './useLateList.ts';

/** What all rows have in common, as `data-row` names it; the others are named by their ids. */
export const common = 'common';
const lastRow = 'last';
/** Where the cursor goes: `data-row` (or the last row) and `data-field`. */
type Place = { row: string; field: 'day' | 'reason' | 'time' | 'content' };

/** Entering by the keyboard: a row is logged and the cursor stands in the next one, or where something has to be mended. */
export function useEntering(list: LateList, page: RefObject<HTMLElement | null>) {
  const t = useT();
  const { isReady, head } = list;
  const [tried, setTried] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState<string | null>(null);
  const goTo = useFocus(page);
  const gapIn = useGapCheck();
  const refused = list.rows.filter((row) => row.sentUnder !== null && !isUnderWay(row));
  const written = [...refused, ...list.rows.filter((row) => row.sentUnder === null)];
  const last = written[written.length - 1];
  useAboutLog(written.find((row) => row.id === focused) ?? last ?? nobody, 'appeal');
  const isReasonSaid = head.reason !== '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the cursor begins is asked once
  useEffect(() => {
    if (isReady) goTo(isReasonSaid ? { row: lastRow, field: 'time' } : { row: common, field: 'reason' });
  }, [isReady]);

  const log = (row: ListRow) => {
    if (isEmptyRow(row)) return goTo({ row: row.id, field: 'time' });
    const gap = gapIn(partOf(page.current, row.id));
    if (gap !== null) return list.refuse(row.id, t('phrase.gapLeft', { gap }));
    const flaw = list.log(row);
    setTried((before) => new Set(flaw ? [...before, row.id] : [...before].filter((id) => id !== row.id)));
    if (flaw === null) return goTo({ row: lastRow, field: 'time' });
    const isOfAll = row.sentUnder === null && (flaw === 'day' || flaw === 'reason');
    goTo({ row: isOfAll ? common : row.id, field: flaw });
  };
  const submit = ({ target }: KeyboardEvent) => {
    const form = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
    const row = written.find(({ id }) => id === form?.dataset['row']) ?? last;
    if (row) log(row);
  };
  useCommands({ submit, save: () => void list.saved.saveNow() }, isReady);
  return {
    ...{ written, last, tried, setFocused, log },
    discard: (row: ListRow) => {
      list.discard(row.id);
      goTo({ row: lastRow, field: 'time' });
    },
  };
}

const nobody = { name: '', address: '' };

const partOf = (page: HTMLElement | null, row: string) =>
  page?.querySelector<HTMLElement>(`[data-row=${JSON.stringify(row)}]`) ?? null;

/** Puts the cursor where something is to be written next, once it is drawn. */
function useFocus(page: RefObject<HTMLElement | null>): (place: Place) => void {
  const [wanted, setWanted] = useState<Place | null>(null);
  useEffect(() => {
    if (!wanted) return;
    const rows = page.current?.querySelectorAll<HTMLElement>('form[data-row]') ?? [];
    const part = wanted.row === lastRow ? rows[rows.length - 1] : partOf(page.current, wanted.row);
    part?.querySelector<HTMLElement>(`[data-field=${wanted.field}]`)?.focus();
  }, [wanted, page]);
  return setWanted;
}
