import { Refusal } from '@hotline/shared/refusal';
import type { VerbName } from '@hotline/shared/ticket/verbs/index';
import { api, sentenceOf } from '../../data/api.ts';
import { personStore, personValue, whenPersonLeaves } from '../../data/personStore.ts';
import { takeCase } from '../case/openCase.ts';
import { type Action, type Batch, type BatchEvent, begun, type Outcome, step } from './batch.ts';
import { deselect } from './selection.ts';

type Running = { batch: Batch | null; verb: VerbName | null; nowMs: number };
const nothing: Running = { batch: null, verb: null, nowMs: 0 };
export const useBatch = personStore<Running>(() => nothing);

const tickMs = 200;
const ticking = personValue<ReturnType<typeof setInterval> | undefined>(() => undefined);
// The person leaves: what was not sent yet never is.
whenPersonLeaves(() => clearInterval(ticking.current));

/** Confirmed by the person: the ten seconds begin. A batch still under way is not replaced. */
export function startBatch(verb: VerbName, actions: readonly Action[]): void {
  if (isUnderWay() || actions.length === 0) return;
  const nowMs = performance.now();
  useBatch.setState({ batch: begun(actions, nowMs), verb, nowMs });
  ticking.current = setInterval(() => take({ type: 'clock', nowMs: performance.now() }), tickMs);
}

export const undoBatch = () => take({ type: 'undo' });
export const holdBatch = () => take({ type: 'hold' });
export const resumeBatch = () => take({ type: 'resume', nowMs: performance.now() });
export const retryBatch = () => take({ type: 'retry' });

/** The result has been read. */
export const dismissBatch = () => {
  if (!isUnderWay()) useBatch.setState(nothing);
};

const isUnderWay = () => ['counting', 'sending'].includes(useBatch.getState().batch?.phase ?? '');

function take(event: BatchEvent): void {
  const { batch } = useBatch.getState();
  if (!batch) return;
  const after = step(batch, event);
  useBatch.setState({ batch: after.batch, ...(event.type === 'clock' ? { nowMs: event.nowMs } : {}) });
  if (after.batch.phase !== 'counting') clearInterval(ticking.current);
  for (const action of after.send) void send(action);
}

async function send(action: Action): Promise<void> {
  const outcome = await outcomeOf(action);
  take({ type: 'answered', key: action.key, outcome });
  if (outcome.state === 'done') deselect(new Set([action.ticketId]));
}

async function outcomeOf({ ticketId, verb, version, input, key }: Action): Promise<Outcome> {
  try {
    void takeCase(await api.act(ticketId, verb, version, input as never, key));
    return { state: 'done' };
  } catch (error) {
    return { state: stateOf(error), sentence: sentenceOf(error) };
  }
}

/** Without an answer of the desk itself nobody knows what became of it. */
function stateOf(error: unknown): 'stale' | 'refused' | 'lost' {
  if (!(error instanceof Refusal) || ['unavailable', 'tooMany'].includes(error.code)) return 'lost';
  return ['stale', 'wrongStatus', 'conflict', 'notFound'].includes(error.code) ? 'stale' : 'refused';
}
