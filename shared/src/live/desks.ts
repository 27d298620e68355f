import * as Type from 'typebox';
import { Instant, object } from '../schema.ts';

/** Subscribed to by every console that shows how many wait at its desks. */
export const deskTopic = 'desks';

/**
 * How many wait at each desk of whoever hears it, at `asOf`: all of them, so that it replaces what was told before. It comes
 * when the console joins, and within a second of whatever changes it, the clock included.
 */
export const DeskFrame = object({
  t: Type.Literal('desks'),
  counts: Type.Record(Type.String({ maxLength: 64 }), Type.Integer({ minimum: 0 })),
  asOf: Instant,
});
export type DeskFrame = Type.Static<typeof DeskFrame>;
