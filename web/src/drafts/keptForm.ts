import { useEffect, useState } from 'react';
import { create } from 'zustand';
import { type DraftState, useDraft } from './draft.ts';

/** When each open form was last kept; whoever shows the form's buttons shows it. */
export const useKept = create<Readonly<Record<string, DraftState>>>(() => ({}));

/** Answers of a form that outlive it: another ticket, a reload, a session that ended, a computer that went off. */
export function useKeptForm<T extends object>(key: string, initial: T): [T, (change: Partial<T>) => void] {
  const [begun] = useState(initial);
  const [answers, setAnswers] = useState(initial);
  const untouched = JSON.stringify(answers) === JSON.stringify(begun);
  const { savedAt, failed } = useDraft<T>(key, untouched ? null : answers, (kept) => setAnswers({ ...begun, ...kept }));
  useEffect(() => useKept.setState({ [key]: { savedAt, failed } }), [key, savedAt, failed]);
  return [answers, (change) => setAnswers((before) => ({ ...before, ...change }))];
}
