import type { CaseAnswer } from '@hotline/shared/api/tickets';
import { actualityTerms, solvedTerms } from '@hotline/shared/catalog/terms';
import type { ReactNode } from 'react';
import { useCatalog, useDepartmentName } from '../../data/catalog.ts';
import { Cited } from '../../knowledge/Cited.tsx';
import { contactTerms, replyStatusTerms } from '../../text/replyTerms.ts';
import { useT, useTerm } from '../../text/translate.ts';
import { dayAndClock } from '../../ui/localTime.ts';

export function Replies({ answer: { replies, dispatches, citations } }: { answer: CaseAnswer }) {
  const t = useT();
  if (replies.length === 0) return null;
  return (
    <section aria-label={t('case.replies')}>
      <h3>{t('case.replies')}</h3>
      {replies.toReversed().map((r) => {
        const dispatch = dispatches.find((d) => d.id === r.dispatchId);
        // An assist's reply is accepted together with the lead's, by its dispatch alone.
        const shown =
          dispatch?.status === 'accepted' && r.status === 'sent' ? { ...r, status: 'accepted' as const } : r;
        return (
          <ReplyText key={r.id} reply={shown} dispatch={dispatch}>
            <Cited
              citations={
                r === replies.findLast((x) => x.dispatchId === r.dispatchId)
                  ? citations.filter((c) => c.dispatchId === r.dispatchId)
                  : []
              }
            />
          </ReplyText>
        );
      })}
    </section>
  );
}

type Props = {
  reply: CaseAnswer['replies'][number];
  dispatch: CaseAnswer['dispatches'][number] | undefined;
  children?: ReactNode;
};

/** One reply: the words for the citizen first, the internal account below. */
export function ReplyText({ reply: r, dispatch, children }: Props) {
  const t = useT();
  const term = useTerm();
  const departmentName = useDepartmentName();
  const offset = useCatalog((s) => s.offsetMinutes);
  const facts = [
    dispatch ? departmentName(dispatch.departmentId) : '',
    // What the clerk submitted in time his head may have let go late: two facts, two times.
    dispatch?.requiresApproval || r.headAt
      ? t('reply.submittedAt', { time: dayAndClock(r.submittedAt, offset) })
      : dayAndClock(r.submittedAt, offset),
    r.headAt
      ? t(r.status === 'rejected' ? 'reply.headRejectedAt' : 'reply.headApprovedAt', {
          time: dayAndClock(r.headAt, offset),
        })
      : null,
    // A unit below answers to the one that sent it the matter.
    r.status === 'sent' && dispatch?.parentId ? t('reply.awaitsParent') : term(replyStatusTerms, r.status),
    term(actualityTerms, r.actuality),
    term(solvedTerms, r.solved),
    r.contactedBy ? t('reply.contacted', { how: term(contactTerms, r.contactedBy) }) : null,
  ];
  return (
    <article className="reply">
      <p className="muted">{facts.filter(Boolean).join(' · ')}</p>
      <p className="words">
        <b>{t('reply.public')}</b>
        {r.publicReply}
      </p>
      {children}
      <p className="words">
        <b>{t('reply.handling')}</b>
        {r.handling}
      </p>
      {r.unsolvedReason ? (
        <p className="words">
          <b>{t('reply.unsolved')}</b>
          {r.unsolvedReason}
        </p>
      ) : null}
      {r.headNote ? (
        <p>
          <b>{t('reply.headNote')}</b> {r.headNote}
        </p>
      ) : null}
      {r.reviewNote ? (
        <p>
          <b>{t('reply.reviewNote')}</b> {r.reviewNote}
        </p>
      ) : null}
    </article>
  );
}
