import type { CaseAnswer } from '@hotline/shared/api/tickets';
import { Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { api, sentenceOf } from '../../../data/api.ts';
import { useKeptForm } from '../../../data/drafts/keptForm.ts';
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
function useOther(id: string | null, answer: CaseAnswer): { other: CaseAnswer | null; message: string | null } {
  const [read, setRead] = useState<{ other: CaseAnswer | null; message: string | null }>({
    other: null,
    message: null,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new reading of the own case is the cue
  useEffect(() => {
    let current = true;
    if (id === null) setRead({ other: null, message: null });
    else
      api.call('ticket', { params: { id } }).then(
        (other) => current && setRead({ other, message: null }),
        (error: unknown) => current && setRead({ other: null, message: sentenceOf(error) }),
      );
    return () => {
      current = false;
    };
  }, [id, answer]);
  return id !== null && read.other && read.other.ticket.id !== id ? { other: null, message: null } : read;
}
