import type { Lengths } from '@hotline/shared/schema';
import { textFlaw } from '@hotline/shared/text/textFlaw';
import { NewAppeal } from '@hotline/shared/ticket/log';
import { type Identity, LateEntryReason } from '@hotline/shared/ticket/model/appeal';
import type { Kind, Urgency } from '@hotline/shared/ticket/model/ticket';
import type { Cites } from '../knowledge/citing.ts';

/** An appeal while the citizen is still speaking; kept as a draft until it is logged. */
export type LogDraft = {
  phone: string;
  name: string;
  identity: Identity;
  content: string;
  title: string;
  kind: Kind;
  urgency: Urgency;
  categoryId: string | null;
  regionCode: string | null;
  address: string;
  againstDepartmentId: string | null;
  joinTicketId: string | null;
  joinNumber: string | null;
  /** The words told on the line, while they are being written. */
  answer?: string;
  /** The articles it rests on, in the version that was read. */
  cites?: Cites;
  /** One of the people known under the number of the call; null: somebody else; absent: not said. */
  citizenId?: string | null;
  /** 补录: an appeal of an earlier hour; null or absent: it is being said now. */
  late?: { readonly receivedAt: string | null; readonly reason: string } | null;
};

/** The call a form belongs to, and who of those known under its number is speaking. */
export type FromCall = { callId: string | null; citizenId: string | null };
const noCall: FromCall = { callId: null, citizenId: null };

export const emptyLog: LogDraft = {
  phone: '',
  name: '',
  identity: 'named',
  content: '',
  title: '',
  kind: 'help',
  urgency: 'normal',
  categoryId: null,
  regionCode: null,
  address: '',
  againstDepartmentId: null,
  joinTicketId: null,
  joinNumber: null,
};

/** Nothing was written: who is speaking, and what it is added to, a card may have said. */
export const isEmptyLog = ({ citizenId, late, ...draft }: LogDraft) =>
  !late?.receivedAt &&
  !late?.reason.trim() &&
  JSON.stringify({ ...draft, joinTicketId: null, joinNumber: null }) === JSON.stringify(emptyLog);

const { content, title, citizen, address } = NewAppeal.properties;
const isUnsaid = (schema: Lengths, typed: string, required = true) =>
  !['tooLong', undefined].includes(textFlaw(schema, typed, required)?.what);
export const isTooShort = (draft: Pick<LogDraft, 'content'>) => isUnsaid(content, draft.content);
/** Something is written as a title, and is none. */
const isTitleShort = (draft: Pick<LogDraft, 'title'>) => isUnsaid(title, draft.title, false);
/** Of 补录原因. */
export const isReasonUnsaid = (reason: string) => isUnsaid(LateEntryReason, reason);
/** Of any of its texts; its field says by how much. */
const isTooLong = (draft: LogDraft) =>
  (
    [
      [content, draft.content],
      [title, draft.title],
      [citizen.properties.name, draft.name],
      [address, draft.address],
      [LateEntryReason, draft.late?.reason ?? ''],
    ] as const
  ).some(([schema, typed]) => textFlaw(schema, typed)?.what === 'tooLong');
const isLateUnsaid = ({ late }: LogDraft) => Boolean(late) && (!late?.receivedAt || isReasonUnsaid(late.reason));
/** Something that has to be filled in is not, or not wholly. */
export const isIncomplete = (draft: LogDraft) =>
  isTooShort(draft) || isTitleShort(draft) || isLateUnsaid(draft) || isTooLong(draft);

/** What is kept of an emergency when there was no time to write: the call is on record all the same. */
const emergencyWords = '紧急警情，已转 110。';
export const emergencyOf = (draft: LogDraft): LogDraft => ({
  ...draft,
  content: isTooShort(draft) ? `${emergencyWords}${draft.content.trim()}` : draft.content,
  // A title that is none holds up no emergency: the server makes one of the words.
  title: isTitleShort(draft) ? '' : draft.title,
  urgency: 'critical',
  // Handed off, it is a matter of its own, not one more voice in a department's.
  joinTicketId: null,
  joinNumber: null,
  // It is put through now.
  late: null,
});

const orNull = (text: string) => text.trim() || null;

/** What is sent; the number as it was typed, the server reads it. */
export function appealOf(draft: LogDraft, { callId, citizenId }: FromCall = noCall): NewAppeal {
  const title = orNull(draft.title);
  const [name, phone] = [orNull(draft.name), orNull(draft.phone)];
  // Without a name, a number or a call nobody can be named, whatever stands in the form.
  const isNobody = draft.identity === 'named' && !name && !phone && !citizenId && !callId;
  return {
    channel: 'phone',
    kind: draft.kind,
    content: draft.content.trim(),
    ...(title ? { title } : {}),
    citizen: {
      name,
      phone,
      identity: isNobody ? 'anonymous' : draft.identity,
      ...(citizenId ? { citizenId } : {}),
    },
    ...(callId ? { callId } : {}),
    urgency: draft.urgency,
    categoryId: draft.categoryId,
    regionCode: draft.regionCode,
    address: orNull(draft.address),
    againstDepartmentId: draft.againstDepartmentId,
    joinTicketId: draft.joinTicketId,
    ...(draft.late?.receivedAt
      ? { lateEntry: { receivedAt: draft.late.receivedAt, reason: draft.late.reason.trim() } }
      : {}),
  };
}
