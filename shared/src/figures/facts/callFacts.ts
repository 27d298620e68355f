import { type Call, isMissed } from '../../telephony/call.ts';
import type { Instant } from '../../time/instant.ts';
import { type Common, fixedCommon, type Source } from './source.ts';

/** 「15 秒内接听」: GB/T 33358-2016. */
export const promptMs = 15_000;

/** One telephone call; of a ticket only if an appeal was logged from it. */
export type CallFacts = Common & {
  direction: string;
  ringingAt: Instant;
  answeredAt: Instant | null;
  /** When it was answered, if within fifteen seconds. */
  promptAt: Instant | null;
  endedAt: Instant | null;
  /** When its caller hung up, if nobody had answered. */
  abandonedAt: Instant | null;
};

/** A call is no part of a case: nothing a verb does can change it, so no case has any and no counter is kept. */
export const callFacts: Source<CallFacts> = {
  of: () => [],
  standing: {
    ...fixedCommon,
    direction: 'fixed',
    ringingAt: 'fixed',
    answeredAt: 'happened',
    promptAt: 'happened',
    endedAt: 'happened',
    abandonedAt: 'happened',
  },
};

/** The facts of one call; `logged` is the appeal logged from it. */
export const factsOfCall = (c: Call, logged: { ticketId: string; number: string } | null): CallFacts => ({
  id: c.id,
  ticketId: logged?.ticketId ?? '',
  centreId: c.centreId,
  number: logged?.number ?? '',
  departmentId: '',
  role: 'none',
  categoryId: '',
  kind: '',
  channel: 'phone',
  regionCode: '',
  direction: c.direction,
  ringingAt: c.ringingAt,
  answeredAt: c.answeredAt,
  promptAt: c.answeredAt !== null && c.waitMs !== null && c.waitMs <= promptMs ? c.answeredAt : null,
  endedAt: c.endedAt,
  abandonedAt: isMissed(c) && c.outcome === 'abandoned' ? c.endedAt : null,
});
