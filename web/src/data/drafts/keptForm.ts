import { useEffect, useRef, useState } from 'react';
import { personStore } from '../personStore.ts';
import { useDraft } from './draft.ts';
import type { DraftState } from './keptDraft.ts';
import { type Conflict, conflictsIn, type Filled, mergeForm, settleField } from './mergeForm.ts';

type Kept = DraftState & {
  conflicts: readonly Conflict[];
  settle: (field: string, keep: 'mine' | 'theirs') => void;
};

/** When each open form was last kept, and what somebody else changed under it; whoever shows the form's buttons shows it. */
export const useKept = personStore<Readonly<Record<string, Kept>>>(() => ({}));

/**
 * Answers of a form that outlive it: another ticket, a reload, a session that ended, a computer that went off. `given` is
 * what it starts from, as the case stands now: where that changes later, untouched fields follow and touched ones ask.
 * What was given is kept with the answers, so that they ask even when the form is opened again.
 */
export function useKeptForm<T extends object>(
  key: string,
  given: T | ((answers: T | null) => T),
): [T, (change: Partial<T>) => void] {
  const givenTo = (answers: T | null) => (typeof given === 'function' ? given(answers) : given);
  const [form, setForm] = useState<Filled<T>>(() => {
    const first = givenTo(null);
    return { answers: first, given: first };
  });
  const now = givenTo(form.answers);
  const merged = mergeForm(form, now);
  const conflicts = conflictsIn(merged, now);
  const isUntouched = JSON.stringify(merged.answers) === JSON.stringify(merged.given);
  const latest = useRef(givenTo);
  latest.current = givenTo;
  const change = (step: (merged: Filled<T>, now: T) => Filled<T>) =>
    setForm((before) => {
      const then = latest.current(before.answers);
      return step(mergeForm(before, then), then);
    });

  const { savedAt, failed, refusal } = useDraft<Filled<T>>(key, isUntouched ? null : merged, (kept) =>
    change((empty) => ({
      answers: { ...empty.answers, ...kept.answers },
      given: { ...empty.given, ...kept.given },
    })),
  );
  const asked = JSON.stringify(conflicts);
  const changing = useRef(change);
  changing.current = change;
  useEffect(() => {
    const settle: Kept['settle'] = (field, keep) =>
      changing.current((filled, then) => settleField(filled, then, field, keep));
    useKept.setState({ [key]: { savedAt, failed, refusal, conflicts: JSON.parse(asked) as Conflict[], settle } });
  }, [key, savedAt, failed, refusal, asked]);
  return [merged.answers, (part) => change((filled) => ({ ...filled, answers: { ...filled.answers, ...part } }))];
}
