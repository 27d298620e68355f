import { beginFollower, eventsFrom, moveFollower, readFollower, ticketsFrom } from '@hotline/db/store/followers';
import type { Tx } from '@hotline/db/store/open';
import { Refusal } from '@hotline/shared/refusal';
import type { Hotline } from '../app/hotline.ts';

/**
 * A cursor over the log. `take` brings what it keeps up to date with these tickets as they stand now; it may meet a
 * ticket again, in any order. Its rows and its cursor move in one transaction, so nothing is lost or done by halves.
 */
export type Follower = {
  readonly name: string;
  take(tx: Tx, hotline: Hotline, ticketId: string, isNew: boolean): Promise<void>;
  /** Clears away what is no longer needed, a little; false when there is nothing more. */
  tidy(tx: Tx, hotline: Hotline): Promise<boolean>;
};

/** A step ends at the first of these: people's commands wait for its transaction. */
const stepMs = 4;
const eventsAtATime = 32;
const ticketsAtATime = 16;
const pollMs = 1_000;
const tidyMs = 3_600_000;

/** Takes the next few events or, when there are none, the next few tickets of before it began; false when up to date. */
async function step(hotline: Hotline, follower: Follower): Promise<boolean> {
  const command = async (tx: Tx) => ({ result: await inTransaction(tx, hotline, follower), events: [], deltas: [] });
  return (await hotline.writer.write(command, { background: true, lane: follower.name })).result;
}

async function inTransaction(tx: Tx, hotline: Hotline, follower: Follower): Promise<boolean> {
  const at = await readFollower(tx, follower.name);
  if (!at) {
    await beginFollower(tx, follower.name);
    return true;
  }
  const events = await eventsFrom(tx, at.seq, eventsAtATime);
  if (events.length === 0 && at.filledTo === null) return false;
  // Whoever else was as far waits here, and finds it moved.
  if (!(await moveFollower(tx, follower.name, at, at))) return true;
  const started = performance.now();
  const isLong = () => performance.now() - started > stepMs;
  if (events.length > 0) {
    const taken = new Set<string>();
    let { seq } = at;
    for (const event of events) {
      if (!taken.has(event.ticketId)) await follower.take(tx, hotline, event.ticketId, true);
      taken.add(event.ticketId);
      seq = Number(event.seq);
      if (isLong()) break;
    }
    return moveFollower(tx, follower.name, at, { ...at, seq });
  }
  let { filledTo } = at;
  const old = await ticketsFrom(tx, filledTo ?? 0, ticketsAtATime);
  for (const { id, n } of old) {
    await follower.take(tx, hotline, id, false);
    filledTo = Number(n);
    if (isLong()) break;
  }
  if (old.length === 0) filledTo = null;
  await moveFollower(tx, follower.name, at, { ...at, filledTo });
  return filledTo !== null;
}

/** Until it has read the whole log. */
export async function catchUp(hotline: Hotline, follower: Follower): Promise<void> {
  while (await step(hotline, follower));
}

/** Follows until stopped: after each commit, and every second in case a commit was made elsewhere. */
export function startFollower(
  hotline: Hotline,
  follower: Follower,
  log: (error: unknown) => void,
): () => Promise<void> {
  let stopped = false;
  let running: Promise<void> | null = null;
  let isWoken = false;
  let tidiedMs = Number.NEGATIVE_INFINITY;
  const run = async () => {
    while (!stopped && (await step(hotline, follower)));
    if (stopped || performance.now() - tidiedMs < tidyMs) return;
    const tidied = await hotline.writer.write(
      async (tx) => ({ result: await follower.tidy(tx, hotline), events: [], deltas: [] }),
      { background: true, lane: follower.name },
    );
    if (!tidied.result) tidiedMs = performance.now();
  };
  const wake = () => {
    isWoken = true;
    if (stopped || running !== null) return;
    isWoken = false;
    running = run()
      .catch((error: unknown) => {
        // The writer has closed: the process ends.
        if (!(error instanceof Refusal)) log(error);
      })
      .finally(() => {
        running = null;
        // Something was committed after the last look.
        if (isWoken) wake();
      });
  };
  hotline.writer.onCommit(wake);
  const timer = setInterval(wake, pollMs);
  wake();
  return async () => {
    stopped = true;
    clearInterval(timer);
    await running;
  };
}
