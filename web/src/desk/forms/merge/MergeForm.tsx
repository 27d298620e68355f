import type { CaseAnswer } from '@hotline/shared/api/tickets';
import { Skeleton } from 'antd';
import { useState } from 'react';
import { useKeptForm } from '../../../data/drafts/keptForm.ts';
import { useRead } from '../../../data/useRead.ts';
import { useT } from '../../../text/translate.ts';
import type { VerbFormProps } from '../verbForm.ts';
import { MergeCandidates } from './MergeCandidates.tsx';
import { MergeCompare } from './MergeCompare.tsx';

/** 并单: the other ticket is found, both are put side by side, and what will happen is said before it happens. */
export function MergeForm({ formRef, answer, draftKey, onSubmit, buttons }: VerbFormProps) {
  const t = useT();
  const [{ into }, set] = useKeptForm<{ into: string | null }>(draftKey, { into: null });
  const [tried, setTried] = useState(false);
  const { other, message } = useOther(into, answer);
  return (
    <form
      ref={formRef}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (other) onSubmit({ into: other.ticket.id, intoVersion: other.ticket.version });
      }}
    >
      <MergeCandidates
        ticket={answer.ticket}
        chosen={into}
        error={tried && !into ? t('merge.choose') : (message ?? undefined)}
        onChoose={(id) => set({ into: id })}
      />
      {other ? <MergeCompare one={answer} other={other} /> : into && !message ? <Skeleton className="late" /> : null}
      {buttons}
    </form>
  );
}

/** The chosen ticket as it stands; read again whenever one's own is, so that a refusal shows what changed. */
function useOther(id: string | null, { seq }: CaseAnswer) {
  const { value: other, message } = useRead('ticket', id === null ? null : { params: { id } }, { since: seq });
  return { other, message };
}
