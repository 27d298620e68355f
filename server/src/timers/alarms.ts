import { dueAlarms, dueCallbacks } from '@hotline/db/alarms';
import { findCase } from '@hotline/db/cases';
import { system } from '@hotline/shared/people/actor';
import { Refusal } from '@hotline/shared/refusal';
import type { VerbName } from '@hotline/shared/ticket/actions/index';
import type { Instant } from '@hotline/shared/time/instant';
import type { Hotline } from '../hotline.ts';
import { act } from '../tickets/act.ts';

const page = 200;

/**
 * Lets the clock act on everything due by now, by index until nothing is left: correct after downtime and clock jumps,
 * idempotent because each act is guarded again inside its own transaction. Returns how many acts there were.
 */
export async function sweep(hotline: Hotline): Promise<number> {
  let acts = 0;
  for (;;) {
    const due = await dueAlarms(hotline.store.reader, hotline.now(), page);
    let progress = 0;
    for (const { id, ticketId } of due) progress += await ring(hotline, ticketId, id);
    acts += progress;
    if (due.length < page || progress === 0) break;
  }
  for (const { ticketId, callbackDueAt } of await dueCallbacks(hotline.store.reader, hotline.now(), page)) {
    acts += await tryAct(hotline, ticketId, 'close', {}, callbackDueAt);
  }
  return acts;
}

/** Every threshold of one turn that has passed, in the order in which they passed. */
async function ring(hotline: Hotline, ticketId: string, dispatchId: string): Promise<number> {
  let acts = 0;
  const c = await findCase(hotline.store.reader, ticketId);
  const turn = c?.dispatches.find((d) => d.id === dispatchId);
  if (!c || !turn) return 0;
  for (const pause of c.pauses) {
    if (pause.endedAt !== null || pause.dispatchId !== dispatchId || pause.untilAt > hotline.now()) continue;
    const verb = pause.reason === 'shelving' ? 'endShelving' : 'endQuestion';
    acts += await tryAct(hotline, ticketId, verb, {}, pause.untilAt);
  }
  const thresholds: [VerbName, Instant][] = [
    ['autoSign', turn.signDueAt],
    ['yellowCard', turn.yellowDueAt],
    ['redCard', turn.dueAt],
  ];
  for (const [verb, effectiveAt] of thresholds.sort(([, a], [, b]) => (a < b ? -1 : 1))) {
    if (effectiveAt <= hotline.now()) acts += await tryAct(hotline, ticketId, verb, { dispatchId }, effectiveAt);
  }
  return acts;
}

async function tryAct(
  hotline: Hotline,
  ticketId: string,
  verb: VerbName,
  input: Record<string, unknown>,
  effectiveAt: Instant | null,
) {
  const request = { actor: system, ticketId, verb, version: null, input };
  return act(hotline, effectiveAt ? { ...request, effectiveAt } : request).then(
    () => 1,
    // Somebody was quicker: the guard inside the transaction said so.
    (error: unknown) => {
      if (error instanceof Refusal) return 0;
      throw error;
    },
  );
}

/** Sweeps now and every few seconds until stopped; a failed sweep is logged and tried again. */
export function startSweeper(hotline: Hotline, log: (error: unknown) => void, everyMs = 5_000): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  let busy = false;
  const once = () => {
    if (busy) return;
    busy = true;
    running = sweep(hotline)
      .catch(log)
      .finally(() => {
        busy = false;
      });
  };
  once();
  const timer = setInterval(once, everyMs);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
