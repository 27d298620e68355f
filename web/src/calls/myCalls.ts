import type { CallView } from '@hotline/shared/telephony/call';
import { useMemo } from 'react';
import { usePerson } from '../data/session.ts';
import { useCalls } from './board.ts';

export type MyCalls = {
  /** My telephone rings with them, the first first. */
  ringing: readonly CallView[];
  /** Whom I am speaking to. */
  current: CallView | null;
  /** Taken by me and neither logged nor put aside, the first first; the present one too. */
  unlogged: readonly CallView[];
};

/** An agent's calls of this shift, as the call bar shows them. */
export function useMyCalls(): MyCalls {
  const me = usePerson().id;
  const byId = useCalls((s) => s.board.byId);
  return useMemo(() => {
    const calls = [...byId.values()].sort((a, b) => (a.ringingAt < b.ringingAt ? -1 : 1));
    const taken = calls.filter((c) => c.agentId === me && c.answeredAt !== null);
    return {
      ringing: calls.filter((c) => c.ringing.includes(me) && c.status !== 'ended'),
      current: taken.findLast((c) => c.status !== 'ended') ?? null,
      unlogged: taken.filter((c) => c.direction === 'in' && c.appealId === null && c.dismissedAt === null),
    };
  }, [byId, me]);
}
