import { useEffect, useRef, useState } from 'react';
import { api, sentenceOf } from '../../data/api.ts';
import { useCatalog } from '../../data/catalog.ts';
import { useDraft } from '../../data/drafts/draft.ts';
import { useDraftSlot } from '../../data/drafts/draftSlot.ts';
import { serverNowMs, useLive } from '../../data/liveState.ts';
import { newKey } from '../../data/newKey.ts';
import { usePerson } from '../../data/session.ts';
import { type Translate, useT } from '../../text/translate.ts';
import { localDay } from '../../ui/localTime.ts';
import {
  emptyRow,
  flawIn,
  isEmptyRow,
  isUnderWay,
  type ListDraft,
  type ListHead,
  type ListRow,
  lateAppealOf,
  withRowToWrite,
} from './lateRows.ts';
import { addEntered, clearEntered, keepHead, openSitting, useSitting } from './sitting.ts';
import { readTimeOfDay } from './timeOfDay.ts';

const draftName = 'late-list';
const isLateListKey = (key: string): boolean => key.startsWith(draftName);
/** What a draft holds of a paper list; null: it is of another form. */
export function listIn(draft: { key: string; body?: unknown }): ListDraft | null {
  return isLateListKey(draft.key) && isList(draft.body) ? draft.body : null;
}
const isList = (body: unknown): body is ListDraft =>
  typeof body === 'object' && body !== null && 'rows' in body && Array.isArray(body.rows);
/** Of a list that was left: how much of it is not logged, and how it begins. */
export function wordsOfList({ rows }: ListDraft, t: Translate): string {
  return t('lateList.left', { n: rows.length, words: [...(rows[0]?.content ?? '')].slice(0, 30).join('') });
}

/**
 * The rows of a paper list: each is sent by itself, and leaves once it is logged. One that is refused comes back as it was
 * sent; one whose answer never came goes again under its key, so it is not logged twice.
 */
export function useLateList() {
  const t = useT();
  const { id: me } = usePerson();
  const offset = useCatalog((s) => s.offsetMinutes);
  const { entered, head: kept } = useSitting();
  const [rows, setRows] = useState<readonly ListRow[]>(() => [emptyRow()]);
  const latest = useRef(rows);
  const change = (step: (rows: readonly ListRow[]) => readonly ListRow[]) => {
    latest.current = withRowToWrite(step(latest.current));
    setRows(latest.current);
  };
  useEffect(() => openSitting(me), [me]);
  const today = localDay(Date.now() + useLive((s) => s.offsetMs), offset);
  const head: ListHead = { ...kept, day: kept.day ?? today };
  const setHead = (part: Partial<ListHead>) => keepHead(me, { ...kept, ...part });

  // An answer may have come to a page that was left, and its row come back with the draft.
  const logged = new Set(entered.map(({ rowId }) => rowId));
  const left = rows.filter((row) => !logged.has(row.id));
  const bringBack = (draft: ListDraft, why: string) =>
    change((before) => {
      const here = before.filter((row) => !isEmptyRow(row));
      const known = new Set(here.map(({ id }) => id));
      const others = draft.rows.filter(({ id }) => !known.has(id));
      return [...here, ...others.map((row) => (isUnderWay(row) ? { ...row, refusal: why } : row))];
    });
  const { isReady, slot, saved } = useListDraft({ head, rows: left }, (draft) => {
    keepHead(me, draft.head);
    bringBack(draft, t('lateList.unanswered'));
  });

  /** Sends a row, or says which field of it has to be mended first. */
  const log = (row: ListRow) => {
    const sentUnder = row.sentUnder ?? head;
    const flaw = flawIn(row, sentUnder, offset, new Date(serverNowMs()).toISOString());
    const time = readTimeOfDay(row.time) ?? row.time;
    if (flaw === null) void send({ ...row, time, sentUnder, refusal: null }, sentUnder);
    return flaw;
  };
  const send = async (row: ListRow, under: ListHead) => {
    change((before) => before.map((one) => (one.id === row.id ? row : one)));
    try {
      const body = lateAppealOf(row, under, offset);
      addEntered(me, row.id, await api.call('logAppeal', { body, key: row.key }));
      change((before) => before.filter((one) => one.id !== row.id));
    } catch (error) {
      refuse(row.id, sentenceOf(error));
    }
  };
  const refuse = (id: string, refusal: string) =>
    change((before) => before.map((row) => (row.id === id ? { ...row, refusal } : row)));
  return {
    ...{ isReady, slot, saved, head, setHead, log, refuse },
    rows: left,
    setRow: (id: string, part: Partial<ListRow>) => {
      // At midnight the day does not move on by itself under what was begun before.
      if (kept.day === null) setHead({ day: today });
      change((before) => before.map((row) => (row.id === id ? changed(row, part) : row)));
    },
    discard: (id: string) => change((before) => before.filter((row) => row.id !== id)),
    /** The list is finished: what was entered is no longer shown, and no row of it comes back. */
    clear: () => {
      change((before) => before.filter((row) => !logged.has(row.id)));
      clearEntered(me);
    },
    /** Rows of another list, each under the head it was written under. */
    adopt: (draft: ListDraft) =>
      bringBack(
        { ...draft, rows: draft.rows.map((row) => ({ ...row, sentUnder: row.sentUnder ?? draft.head })) },
        t('lateList.brought'),
      ),
  };
}

/** Another appeal than the one that was sent goes under another key; the same one never does. */
function changed(row: ListRow, part: Partial<ListRow>): ListRow {
  const next = { ...row, ...part };
  const isSame = JSON.stringify(next) === JSON.stringify(row);
  return isSame || row.sentUnder === null ? next : { ...next, key: newKey() };
}

export type LateList = ReturnType<typeof useLateList>;

/** Keeps the rows that are not logged. Nothing is written before it is known what was kept: it would be written over. */
function useListDraft({ head, rows }: ListDraft, restore: (draft: ListDraft) => void) {
  const slot = useDraftSlot(draftName);
  const begun = rows.filter((row) => !isEmptyRow(row));
  const isEmpty = begun.length === 0;
  const [restored, setRestored] = useState(0);
  const isKept = useRef(false);
  const saved = useDraft<ListDraft>(slot, isEmpty ? null : { head, rows: begun }, (draft) => {
    isKept.current = true;
    setRestored((n) => n + 1);
    restore(draft);
  });
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    if (saved.isRead) setReady(true);
  }, [saved.isRead]);
  const drop = useRef(saved.drop);
  drop.current = saved.drop;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was restored may be logged already, and is dropped then
  useEffect(() => {
    if (!isEmpty) isKept.current = true;
    else if (isKept.current) {
      isKept.current = false;
      void drop.current();
    }
  }, [isEmpty, restored]);
  return { isReady, slot, saved };
}
