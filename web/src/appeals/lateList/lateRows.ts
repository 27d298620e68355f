import { lateEntryFlaw } from '@hotline/shared/ticket/lateEntry';
import type { NewAppeal } from '@hotline/shared/ticket/log';
import type { Channel } from '@hotline/shared/ticket/model/ticket';
import { newKey } from '../../data/newKey.ts';
import { fromField } from '../../ui/localTime.ts';
import { appealOf, emptyLog, isReasonUnsaid, isTooShort, type LogDraft } from '../logDraft.ts';
import { readTimeOfDay } from './timeOfDay.ts';

/** Ways by which something comes to be on a paper list; the others need the system that was down. */
export const paperChannels = ['phone', 'visit', 'letter', 'transfer'] as const satisfies readonly Channel[];

/** What is said once for a whole list, and kept for its next rows. */
export type ListHead = {
  /** Local date of the centre; empty: not said. */
  readonly day: string;
  readonly channel: (typeof paperChannels)[number];
  readonly reason: string;
};

type Said = 'phone' | 'name' | 'identity' | 'address' | 'regionCode' | 'content' | 'kind';

/** One appeal of a paper list, while it is written and until it is logged. */
export type ListRow = Pick<LogDraft, Said> & {
  readonly id: string;
  /** Time of the day, as it was typed. */
  readonly time: string;
  /** The head it was sent under, which a later list does not change; null: it has not been sent. */
  readonly sentUnder: ListHead | null;
  /** Under which it is sent, and sent again as long as nothing about it is changed. */
  readonly key: string;
  /** What is wrong with it, and what to do; a row that was sent and has nothing here is under way. */
  readonly refusal: string | null;
};

/** As it is kept until every row of it is logged. */
export type ListDraft = { readonly head: ListHead; readonly rows: readonly ListRow[] };

export const emptyRow = (): ListRow => ({
  ...{ id: newKey(), key: newKey(), sentUnder: null, refusal: null, time: '', regionCode: null, kind: emptyLog.kind },
  ...{ phone: '', name: '', identity: emptyLog.identity, address: '', content: '' },
});

export const isEmptyRow = (row: ListRow): boolean =>
  [row.time, row.phone, row.name, row.address, row.content].every((text) => text.trim() === '');

export const isUnderWay = ({ sentUnder, refusal }: ListRow): boolean => sentUnder !== null && refusal === null;

/** There is always a row to go on with. */
export const withRowToWrite = (rows: readonly ListRow[]): readonly ListRow[] =>
  rows.some((row) => row.sentUnder === null) ? rows : [...rows, emptyRow()];

/** When a row was received; null: its day or its time cannot be read. */
export function receivedAtOf({ time }: ListRow, { day }: ListHead, offset: number): string | null {
  const read = readTimeOfDay(time);
  return read === null ? null : fromField(`${day}T${read}`, offset);
}

/** Which field has to be mended before the row can be sent, the first as they stand on the page. */
export function flawIn(row: ListRow, head: ListHead, offset: number, now: string) {
  if (head.day === '') return 'day';
  if (isReasonUnsaid(head.reason)) return 'reason';
  const receivedAt = receivedAtOf(row, head, offset);
  if (receivedAt === null || lateEntryFlaw(receivedAt, now) !== null) return 'time';
  return isTooShort(row) ? 'content' : null;
}

/** What is sent: the same as by the form for one appeal. Who gave neither name nor number stays anonymous. */
export function lateAppealOf(row: ListRow, head: ListHead, offset: number): NewAppeal {
  const late = { receivedAt: receivedAtOf(row, head, offset), reason: head.reason };
  return { ...appealOf({ ...emptyLog, ...row, late }), channel: head.channel };
}
