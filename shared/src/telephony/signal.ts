import type { Instant } from '../time/instant.ts';

/** What a telephone system can say about a call, in the order in which it says it. */
export const signalEvents = ['newCall', 'ring', 'ringEnd', 'answer', 'hold', 'resume', 'hangup', 'recording'] as const;
export type SignalEvent = (typeof signalEvents)[number];

export const directions = ['in', 'out'] as const;
type Direction = (typeof directions)[number];

/** One thing said about one call. `agentId` is the person it is about; the number is already read. */
export type Signal = {
  readonly event: SignalEvent;
  readonly at: Instant;
  readonly direction: Direction;
  /** The citizen's number: the caller's of an incoming call, the called one's of an outgoing call. */
  readonly phone: string | null;
  readonly phoneExtension: string | null;
  /** As the exchange sent it; null where it sent none, or said that the caller withheld it. */
  readonly phoneRaw: string | null;
  /** Our own number. */
  readonly line: string | null;
  readonly queue: string | null;
  readonly agentId: string | null;
  readonly cause: string | null;
  /** Name of the sound file, or its address. */
  readonly recording: string | null;
};

/**
 * Two signals of one call with the same key say the same thing; the first one stands. An answer by another agent is a
 * transfer, and an agent may be rung, held or resumed several times.
 */
export function signalKey({ event, agentId, at }: Signal): string {
  if (event === 'answer') return `answer ${agentId ?? ''}`;
  if (event === 'newCall' || event === 'hangup' || event === 'recording') return event;
  return `${event} ${agentId ?? ''} ${at}`;
}
