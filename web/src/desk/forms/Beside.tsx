import type { CaseAnswer } from '@hotline/shared/api/tickets';
import { useT } from '../../text/translate.ts';
import { ReplyText } from '../case/Replies.tsx';

/** What the citizen asked beside what the department answers: does the one meet the other? */
export function Beside({ answer, dispatchId }: { answer: CaseAnswer; dispatchId: string | null }) {
  const t = useT();
  const reply = answer.replies.findLast((r) => r.dispatchId === dispatchId);
  const dispatch = answer.dispatches.find((d) => d.id === dispatchId);
  return (
    <div className="beside">
      <div>
        <h4>{t('case.appeals')}</h4>
        {answer.appeals.map((a) => (
          <p key={a.id} className="words">
            {a.content}
          </p>
        ))}
      </div>
      <div>
        <h4>{t('case.replies')}</h4>
        {reply ? <ReplyText reply={reply} dispatch={dispatch} /> : null}
      </div>
    </div>
  );
}
