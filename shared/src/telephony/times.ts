import { type Instant, toMs } from '../time/instant.ts';
import type { CallFacts } from './call.ts';

type Timed = Pick<CallFacts, 'ringingAt' | 'answeredAt' | 'waitMs' | 'heldAt' | 'holdMs' | 'endedAt'>;

/** How long the caller waited, spoke and was held, in milliseconds, as of `now`. Talking is without the holds. */
export function callTimes(call: Timed, now: Instant): { waitMs: number; talkMs: number; holdMs: number } {
  const until = toMs(call.endedAt ?? now);
  const holdMs = call.holdMs + (call.heldAt === null ? 0 : Math.max(0, until - toMs(call.heldAt)));
  const answered = call.answeredAt === null ? null : toMs(call.answeredAt);
  return {
    waitMs: call.waitMs ?? Math.max(0, until - toMs(call.ringingAt)),
    talkMs: answered === null ? 0 : Math.max(0, until - answered - holdMs),
    holdMs,
  };
}
