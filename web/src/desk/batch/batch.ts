import type { VerbName } from '@hotline/shared/ticket/verbs/index';

/** One verb on one case, exactly as it will be sent: a second try repeats key and version. */
export type Action = {
  readonly ticketId: string;
  readonly number: string;
  readonly title: string;
  readonly verb: VerbName;
  readonly version: number | null;
  readonly input: Readonly<Record<string, unknown>>;
  readonly key: string;
};
/** `lost`: no answer came, so it may or may not have been done; the same key finds out without doing it twice. */
export type Outcome =
  | { readonly state: 'done' }
  | { readonly state: 'stale' | 'refused' | 'lost'; readonly sentence: string };
export type Item = Action & { readonly outcome: { readonly state: 'waiting' | 'sending' } | Outcome };

export type Batch = {
  readonly phase: 'counting' | 'sending' | 'finished' | 'undone';
  readonly sendAtMs: number;
  readonly items: readonly Item[];
};
export type BatchEvent =
  | { readonly type: 'clock'; readonly nowMs: number }
  /** The person is asked whether to leave: the ten seconds wait, and begin again if they stay. */
  | { readonly type: 'hold' }
  | { readonly type: 'resume'; readonly nowMs: number }
  | { readonly type: 'undo' }
  | { readonly type: 'answered'; readonly key: string; readonly outcome: Outcome }
  | { readonly type: 'retry' };

export const undoMs = 10_000;
export const mostInFlight = 4;

/** Confirmed, and nothing sent yet. */
export const begun = (actions: readonly Action[], nowMs: number): Batch => ({
  phase: 'counting',
  sendAtMs: nowMs + undoMs,
  items: actions.map((action) => ({ ...action, outcome: { state: 'waiting' } })),
});

/** What a batch becomes, and what is to be sent now. An event that no longer fits changes nothing. */
export function step(batch: Batch, event: BatchEvent): { batch: Batch; send: readonly Action[] } {
  switch (event.type) {
    case 'hold':
    case 'resume': {
      const sendAtMs = event.type === 'hold' ? Number.POSITIVE_INFINITY : event.nowMs + undoMs;
      return { batch: batch.phase === 'counting' ? { ...batch, sendAtMs } : batch, send: [] };
    }
    case 'undo':
      return { batch: batch.phase === 'counting' ? { ...batch, phase: 'undone' } : batch, send: [] };
    case 'clock': {
      const isDue = batch.phase === 'counting' && event.nowMs >= batch.sendAtMs;
      return isDue ? sendNext({ ...batch, phase: 'sending' }) : { batch, send: [] };
    }
    case 'answered': {
      const asked = batch.items.some((i) => i.key === event.key && i.outcome.state === 'sending');
      if (!asked) return { batch, send: [] };
      const items = batch.items.map((i) => (i.key === event.key ? { ...i, outcome: event.outcome } : i));
      return sendNext({ ...batch, items });
    }
    case 'retry': {
      if (batch.phase !== 'finished' || count(batch, 'lost') === 0) return { batch, send: [] };
      const items = batch.items.map((i) => (i.outcome.state === 'lost' ? { ...i, outcome: waiting } : i));
      return sendNext({ ...batch, phase: 'sending', items });
    }
  }
}

export const count = (batch: Batch, ...states: readonly Item['outcome']['state'][]): number =>
  batch.items.filter((i) => states.includes(i.outcome.state)).length;

const waiting = { state: 'waiting' } as const;

function sendNext(batch: Batch): { batch: Batch; send: readonly Action[] } {
  const room = mostInFlight - count(batch, 'sending');
  const next = batch.items.filter((i) => i.outcome.state === 'waiting').slice(0, room);
  const items = batch.items.map((i): Item => (next.includes(i) ? { ...i, outcome: { state: 'sending' } } : i));
  const isOver = items.every((i) => i.outcome.state !== 'waiting' && i.outcome.state !== 'sending');
  return { batch: { ...batch, items, phase: isOver ? 'finished' : 'sending' }, send: next.map(actionOf) };
}

const actionOf = ({ outcome: _, ...action }: Item): Action => action;
