import type { CaseAnswer } from '@hotline/shared/api/tickets';
import type { VerbInput } from '@hotline/shared/ticket/lifecycle';
import { asksContact, asksWhyUnsolved } from '@hotline/shared/ticket/steps/replyNeeds';
import type { Cites } from '../../knowledge/citing.ts';
import { fromField, toField } from '../../ui/localTime.ts';

type Input = VerbInput<'reply'>;

/** The reply as it is being typed; also what is kept as a draft. */
export type ReplyDraft = {
  contactedBy: NonNullable<Input['contactedBy']> | null;
  /** As the native field holds it, in the centre's time. */
  contactedAt: string;
  actuality: Input['actuality'] | null;
  solved: Input['solved'] | null;
  unsolvedReason: string;
  handling: string;
  publicReply: string;
  cites: Cites;
};
const emptyReply: ReplyDraft = {
  contactedBy: null,
  contactedAt: '',
  actuality: null,
  solved: null,
  unsolvedReason: '',
  handling: '',
  publicReply: '',
  cites: [],
};

/** A reply that was rejected or sent back is mended, not written anew. */
export function replyToMend(answer: CaseAnswer, dispatchId: string | null, offset: number): ReplyDraft {
  const last = answer.replies.findLast((r) => r.dispatchId === dispatchId);
  if (!last || (last.status !== 'rejected' && last.status !== 'sentBack')) return emptyReply;
  const { contactedBy, contactedAt, actuality, solved, unsolvedReason, handling, publicReply } = last;
  return {
    contactedBy,
    contactedAt: contactedAt ? toField(contactedAt, offset) : '',
    actuality,
    solved,
    unsolvedReason: unsolvedReason ?? '',
    handling,
    publicReply,
    cites: [],
  };
}

export type ReplyGap = 'contactedBy' | 'actuality' | 'solved' | 'unsolvedReason' | 'handling' | 'publicReply';

/** What of the verb's schema each of its texts lacks, as a sentence. */
type Flaws = Readonly<Record<'handling' | 'publicReply' | 'unsolvedReason', string | undefined>>;
export const isText = (gap: ReplyGap): gap is keyof Flaws =>
  gap === 'handling' || gap === 'publicReply' || gap === 'unsolvedReason';

/** Whether this dispatch's reply must say how the citizen was contacted. */
export const asksHowContacted = ({ dispatches, appeals }: CaseAnswer, dispatchId: string | null) =>
  dispatches.some((d) => d.id === dispatchId && asksContact(d, appeals));

/** What is still missing before the reply can go. */
export function gapsIn(draft: ReplyDraft, contact: boolean, flaws: Flaws): ReplyGap[] {
  const gaps: [ReplyGap, boolean][] = [
    ['contactedBy', contact && !draft.contactedBy],
    ['actuality', !draft.actuality],
    ['solved', !draft.solved],
    ['unsolvedReason', asksWhyUnsolved(draft.solved) && flaws.unsolvedReason !== undefined],
    ['handling', flaws.handling !== undefined],
    ['publicReply', flaws.publicReply !== undefined],
  ];
  return gaps.filter(([, missing]) => missing).map(([name]) => name);
}

export const inputOf = (draft: ReplyDraft, offset: number) => ({
  contactedBy: draft.contactedBy,
  contactedAt: fromField(draft.contactedAt, offset),
  actuality: draft.actuality,
  solved: draft.solved,
  unsolvedReason: asksWhyUnsolved(draft.solved) ? draft.unsolvedReason.trim() : null,
  handling: draft.handling.trim(),
  publicReply: draft.publicReply.trim(),
  ...(draft.cites.length > 0 ? { cites: draft.cites } : {}),
});
