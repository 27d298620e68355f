import type { Instant } from '../../time/instant.ts';
import type { Clock } from './clock.ts';

/**
 * A clock that came with a due of its own from another system: that due stands, also as the original one, whatever our
 * rule or a corrected calendar would count. What moves it later is counted on from there.
 */
export const withOwnDue = (clock: Clock, dueAt: Instant, at: Instant): Clock => ({
  ...clock,
  originalDueAt: dueAt,
  dueAt,
  moves: [...clock.moves, { by: 'origin', at, from: clock.dueAt, to: dueAt }],
});
