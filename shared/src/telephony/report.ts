import * as Type from 'typebox';
import { object, oneOf } from '../schema.ts';
import { cleanText } from '../text/cleanText.ts';
import { directions, signalEvents } from './signal.ts';

/** What a telephone system calls things, kept as it says it: its numbers, queues and reasons are its own. */
export const said = {
  number: Type.String({ maxLength: 128 }),
  queue: Type.String({ maxLength: 64 }),
  cause: Type.String({ maxLength: 64 }),
  /** File name or address. */
  recording: Type.String({ maxLength: 300 }),
} as const;

/** One thing a telephone system says about one call, in its own words: numbers, names and times not yet looked at. */
export const Report = object({
  event: oneOf(signalEvents),
  callId: Type.String({ minLength: 1, maxLength: 128 }),
  from: said.number,
  to: said.number,
  direction: oneOf(directions),
  agent: Type.Optional(Type.String({ maxLength: 64 })),
  queue: Type.Optional(said.queue),
  cause: Type.Optional(said.cause),
  /** Without it `<callId>.wav`. */
  recording: Type.Optional(said.recording),
  at: Type.Optional(Type.String({ maxLength: 40 })),
});
export type Report = Type.Static<typeof Report>;

/**
 * The report cut to what is taken: a telephone system that is followed cannot be asked to say it otherwise, and a call
 * must not be lost over the length of a queue's name. `callId` stays whole, it is only ever compared.
 */
export function fitting(report: Report): Report {
  const { callId, ...cut } = report;
  const texts = Object.entries(cut).map(([name, value]) => {
    const { maxLength } = Report.properties[name as keyof typeof cut] as { maxLength?: number };
    return [name, typeof value === 'string' ? [...cleanText(value)].slice(0, maxLength).join('') : value];
  });
  return { ...(Object.fromEntries(texts) as typeof cut), callId };
}
