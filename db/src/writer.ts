import type { Change } from '@hotline/shared/figures/cells';
import { Refusal } from '@hotline/shared/refusal';
import { appendEvents, type NewEvent, readHead } from './cases/events.ts';
import { recordChanges } from './figures/counters.ts';
import type { Store, Tx } from './store/open.ts';
import { run } from './store/rows.ts';

/** What a command leaves behind; its rows are already written in `tx`. */
export type Outcome<T> = { result: T; events: readonly NewEvent[]; deltas: readonly Change[] };
/** SQL and pure code only: files, network and password hashing come before. May run twice. */
type Command<T> = (tx: Tx) => Promise<Outcome<T>>;
type Written<T> = {
  result: T /** Number of its last event, or of the log's head when it wrote none. */;
  seq: number;
};

type Options = {
  /** What it is about: commands about the same ticket run one after the other. */
  lane?: string;
  /** Behind people's commands. */
  background?: boolean;
  /** In a transaction of its own: it waits for rows of other lanes, and nobody is to wait with it. */
  alone?: boolean;
};

export type Writer = {
  /** Runs in the transaction of this turn of the event loop; answers only after COMMIT, refusals too. */
  write<T>(command: Command<T>, options?: Options): Promise<Written<T>>;
  /** Called after each commit that wrote events. */
  onCommit(listener: (events: readonly Committed[]) => void): void;
  /** Waits for what is queued, then takes nothing more. */
  close(): Promise<void>;
};
type Committed = NewEvent & { seq: number };

const maxBatch = 64;
/**
 * As many background commands as share a transaction. Whoever has many of them hands over so many at a time: fewer leave a
 * transaction half empty, more only wait in memory.
 */
export const maxBackground = 16;
const maxBatchMs = 8;

/** The one writer: group commit with a savepoint for each command. */
export function openWriter(store: Store): Writer {
  const listeners: ((events: readonly Committed[]) => void)[] = [];
  const announce = (events: readonly Committed[]) => {
    for (const listener of listeners) listener(events);
  };
  const lanes = Array.from({ length: store.engine === 'sqlite' ? 1 : 3 }, () => openLane(store, announce));
  let turn = 0;
  return {
    write: (command, options = {}) => {
      const index = options.lane === undefined ? turn++ : hash(options.lane);
      const lane = lanes[index % lanes.length];
      if (!lane) throw new Error('no lane');
      return lane.add(command, options);
    },
    onCommit: (listener) => void listeners.push(listener),
    close: async () => {
      await Promise.all(lanes.map((lane) => lane.close()));
    },
  };
}

type Job = {
  command: Command<unknown>;
  alone: boolean;
  resolve: (written: Written<unknown>) => void;
  reject: (error: unknown) => void;
};
type Done = { job: Job; outcome: Outcome<unknown> } | { job: Job; error: unknown };

function openLane(store: Store, announce: (events: readonly Committed[]) => void) {
  const people: Job[] = [];
  const background: Job[] = [];
  let running = false;
  let closed = false;
  let idle: (() => void)[] = [];

  const schedule = () => {
    if (running) return;
    running = true;
    setImmediate(() => void drain());
  };
  const drain = async () => {
    while (people.length + background.length > 0) {
      // One batch of the background at most stands before people: what it had no time for waits in its own queue.
      const queue = people.length > 0 ? people : background;
      await runTogether(queue.splice(0, together(queue, queue === people ? maxBatch : maxBackground)), queue);
      // The event loop does not turn inside a SQLite batch: let it, before the next one.
      await new Promise((next) => setImmediate(next));
    }
    running = false;
    for (const wake of idle) wake();
    idle = [];
  };
  const runTogether = async (jobs: Job[], queue: Job[]) => {
    try {
      queue.unshift(...(await transact(jobs)));
    } catch (error) {
      if (jobs.length === 1 && !isRetriable(error) && !isKeyClash(error)) return jobs[0]?.reject(error);
      // A failed COMMIT or an unexpected error undid everybody: once more, each alone.
      for (const job of jobs) await runAlone(job);
    }
  };
  const runAlone = async (job: Job, tries = 3) => {
    try {
      await transact([job]);
    } catch (error) {
      if (tries > 1 && (isRetriable(error) || isKeyClash(error))) return runAlone(job, tries - 1);
      job.reject(error);
    }
  };
  /** Runs the jobs in one transaction; returns those there was no time for. */
  const transact = async (jobs: Job[]): Promise<Job[]> => {
    const tx = await store.writer.startTransaction().execute();
    const done: Done[] = [];
    let left: Job[] = [];
    let first = 0;
    const events: NewEvent[] = [];
    try {
      const started = performance.now();
      for (const [i, job] of jobs.entries()) {
        if (i > 0 && performance.now() - started > maxBatchMs) {
          left = jobs.slice(i);
          break;
        }
        done.push(await step(tx, job, jobs.length === 1));
      }
      const outcomes = done.flatMap((d) => ('outcome' in d ? [d.outcome] : []));
      events.push(...outcomes.flatMap((o) => o.events));
      const deltas = outcomes.flatMap((o) => o.deltas);
      if (deltas.length > 0) await recordChanges(tx, deltas);
      first = events.length > 0 ? await appendEvents(tx, events) : (await readHead(tx)).seq + 1;
      await tx.commit().execute();
    } catch (error) {
      if (!tx.isCommitted && !tx.isRolledBack)
        await tx
          .rollback()
          .execute()
          .catch(() => undefined);
      throw error;
    }
    let seq = first - 1;
    for (const d of done) {
      if ('error' in d) {
        // The same key was used at the same moment elsewhere: once more, and it is a replay.
        if (isKeyClash(d.error)) people.push(d.job);
        else d.job.reject(d.error);
        continue;
      }
      seq += d.outcome.events.length;
      d.job.resolve({ result: d.outcome.result, seq });
    }
    if (events.length > 0) announce(events.map((e, i) => ({ ...e, seq: first + i })));
    return left;
  };
  return {
    add: <T>(command: Command<T>, { background: later, alone }: Options) =>
      new Promise<Written<T>>((resolve, reject) => {
        if (closed) return reject(new Refusal('unavailable', '系统正在停止，请稍后重试。'));
        const job: Job = { command, alone: alone === true, resolve: resolve as Job['resolve'], reject };
        (later ? background : people).push(job);
        schedule();
      }),
    close: async () => {
      closed = true;
      if (running) await new Promise<void>((wake) => idle.push(wake));
    },
  };
}

/** How many of the queue share the next transaction: at most `most`, none of them with one that runs alone. */
function together(queue: readonly Job[], most: number): number {
  const first = queue.findIndex((job) => job.alone);
  return first === 0 ? 1 : Math.min(most, first < 0 ? queue.length : first);
}

/** One command within its savepoint. A refusal or a broken constraint undoes only this one; anything else undoes all. */
async function step(tx: Tx, job: Job, alone: boolean): Promise<Done> {
  if (!alone) await run(tx, 'savepoint command');
  try {
    const outcome = await job.command(tx);
    if (!alone) await run(tx, 'release savepoint command');
    return { job, outcome };
  } catch (error) {
    if (alone || !(error instanceof Refusal || isConstraint(error))) throw error;
    await run(tx, 'rollback to savepoint command');
    await run(tx, 'release savepoint command');
    return { job, error };
  }
}

const codeOf = (error: unknown) => String((error as { code?: unknown } | null)?.code ?? '');
const isConstraint = (error: unknown) => /^SQLITE_CONSTRAINT|^23/.test(codeOf(error));
/** Serialisation failure, deadlock, or a database that was busy for a moment. */
const isRetriable = (error: unknown) => /^(40001|40P01|SQLITE_BUSY)/.test(codeOf(error));

/** Only PostgreSQL can meet it: SQLite's one writer sees the first use of a key before the second. */
const isKeyClash = (error: unknown) =>
  codeOf(error) === '23505' && (error as { constraint?: string }).constraint === 'idempotency_key_ix';

const hash = (text: string) => {
  let h = 7;
  for (let i = 0; i < text.length; i++) h = (h * 31 + text.charCodeAt(i)) | 0;
  return Math.abs(h);
};
