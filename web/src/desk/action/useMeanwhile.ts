import type { CaseAnswer } from '@hotline/shared/api/tickets';
import type { Refusal } from '@hotline/shared/refusal';
import type { OpenAction } from '@hotline/shared/ticket/lifecycle';
import { useRef, useState } from 'react';
import type { Conflict } from '../../data/drafts/mergeForm.ts';
import { changedFacts, type FactName, factsOf } from '../case/facts.ts';
import { useOpenCase } from '../case/openCase.ts';
import { type PastAction, pastActionsOf } from './Meanwhile.tsx';

/**
 * What others did while this form was open, and whether the person has seen it. A form is not sent over a change that came
 * unseen: the first try shows it, like a `stale` refusal of the server does, the second sends with the new version.
 */
export function useMeanwhile(action: OpenAction, answer: CaseAnswer, conflicts: readonly Conflict[]) {
  const events = useOpenCase((s) => s.events);
  const now = factsOf(answer, action);
  const [then, setThen] = useState({ facts: now, seq: answer.seq });
  const [pastActions, setPastActions] = useState<readonly PastAction[]>([]);
  const [checked, setChecked] = useState<string | null>(null);
  const facts = changedFacts(then.facts, now).filter((f) => !conflicts.some((c) => c.field === f.field));
  const isQuiet = conflicts.length + facts.length === 0;
  const told = isQuiet && pastActions.length === 0 ? null : JSON.stringify([conflicts, facts]);
  const latest = useRef(told);
  latest.current = told;
  return {
    shown: { conflicts, facts, pastActions: isQuiet ? pastActions : [], events, seq: then.seq },
    /** The next try sends over what was told. */
    mayRepeat: told !== null && checked === told,
    /** Asks once: having asked, the answer to the same question is yes. */
    isChecked: () => {
      if (latest.current === null || latest.current === checked) return true;
      setChecked(latest.current);
      return false;
    },
    /** The server has told what changed; once the new case is drawn, the next try goes over it. */
    refused: async (refusal: Refusal) => {
      if (refusal.code !== 'stale') return;
      setPastActions(pastActionsOf(refusal));
      await new Promise((drawn) => setTimeout(drawn));
      setChecked(latest.current);
    },
    /** One field was decided, or all that was merely told has been read. */
    seen: (field?: string) => {
      if (field === undefined) setPastActions([]);
      setThen((before) => ({
        ...before,
        facts: field === undefined ? now : { ...before.facts, [field]: now[field as FactName] },
      }));
    },
  };
}
