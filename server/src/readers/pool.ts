import { Worker } from 'node:worker_threads';
import type { Store } from '@hotline/db/store/open';
import { ownFile } from '../ownFiles.ts';
import { unpacked } from '../processes/failure.ts';
import { type FromReader, interrupted, stopping, type ToReader } from './messages.ts';
import type { Question } from './question.ts';
import { type Questions, questions } from './questions.ts';

type Name = keyof Questions;
type Input<N extends Name> = Parameters<Questions[N]>[1];
type Answer<N extends Name> = Awaited<ReturnType<Questions[N]>>;
export type AskOptions = { signal?: AbortSignal; onProgress?: (rows: number) => void };

/** Heavy reads, away from the thread that answers people. */
export type Readers = {
  /** @throws Refusal unavailable when the thread died over it or the readers are closing; whatever the question throws. */
  ask<N extends Name>(name: N, input: Input<N>, options?: AskOptions): Promise<Answer<N>>;
  /** Starts the thread before the first question; it also brings the write-ahead log home. */
  start(): void;
  /** Lets short questions end, asks long ones to, then stops. Every question gets its answer. */
  close(): Promise<void>;
};

/** Longer than any single statement should take. */
const patienceMs = 10_000;
/** After a thread died. */
const againMs = 1_000;

/**
 * SQLite: two threads with connections of their own, so that what takes milliseconds never waits for what takes seconds.
 * PostgreSQL: its processes are away already, its pool is the thread.
 */
export const openReaders = (store: Store): Readers =>
  store.engine === 'sqlite' ? pairOfReaders(store.url) : poolReaders(store);

/** Which read many rows in one statement, or go on for minutes. */
const long: ReadonlySet<Name> = new Set<Name>(['recount', 'members', 'countView', 'counts', 'writeExport']);

function pairOfReaders(url: string): Readers {
  // The pages are brought home by the one that is never long about anything.
  const short = threadReaders({ url, bringsHome: true });
  const patient = threadReaders({ url, bringsHome: false });
  return {
    ask: (name, input, options) => (long.has(name) ? patient : short).ask(name, input, options),
    start: () => {
      short.start();
      patient.start();
    },
    close: async () => {
      await Promise.all([short.close(), patient.close()]);
    },
  };
}

function poolReaders(store: Store): Readers {
  const closing = new AbortController();
  const running = new Set<Promise<unknown>>();
  return {
    ask: async (name, input, { signal, onProgress = () => undefined } = {}) => {
      if (closing.signal.aborted) throw stopping();
      const question = questions[name] as Question<unknown, never>;
      const either = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
      const asked = question(store.reader, input, { signal: either, tell: onProgress });
      running.add(asked);
      return asked.finally(() => running.delete(asked));
    },
    start: () => undefined,
    close: async () => {
      closing.abort(stopping());
      await Promise.allSettled(running);
    },
  };
}

type Waiting = {
  resolve: (answer: unknown) => void;
  reject: (error: Error) => void;
  onProgress: ((rows: number) => void) | undefined;
};

/** What a thread is given. `bringsHome`: it also brings the write-ahead log home. */
export type ThreadData = { readonly url: string; readonly bringsHome: boolean };

/** `file` is another thread in tests only. */
export function threadReaders(data: ThreadData, file = ownFile('readerThread')): Readers {
  let thread: { worker: Worker; waiting: Map<number, Waiting>; gone: Promise<void> } | undefined;
  let isStarted = false;
  let isClosed = false;
  let asked = 0;

  const start = () => {
    if (!thread && !isClosed) open();
  };
  const open = () => {
    // An export makes much that is gone at once: with a small young generation it stays small.
    const resourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 192 };
    const worker = new Worker(file, { workerData: data, resourceLimits });
    const waiting = new Map<number, Waiting>();
    worker.unref();
    worker.on('message', (message: FromReader) => {
      const one = waiting.get(message.id);
      if (message.t === 'progress') return one?.onProgress?.(message.rows);
      waiting.delete(message.id);
      if (message.t === 'answer') one?.resolve(message.answer);
      else one?.reject(unpacked(message.failure));
    });
    const gone = new Promise<void>((resolve) => {
      const end = () => {
        // The next question opens another one.
        if (thread?.worker === worker) thread = undefined;
        for (const one of waiting.values()) one.reject(interrupted());
        waiting.clear();
        if (isStarted) setTimeout(start, againMs).unref();
        resolve();
      };
      worker.on('error', () => undefined).on('exit', end);
    });
    thread = { worker, waiting, gone };
    return thread;
  };
  return {
    ask: (name, input, { signal, onProgress } = {}) =>
      new Promise((resolve, reject) => {
        if (isClosed) return reject(stopping());
        const { worker, waiting } = thread ?? open();
        const id = ++asked;
        const say = (message: ToReader) => worker.postMessage(message);
        say({ t: 'ask', id, name, input });
        waiting.set(id, { resolve: resolve as Waiting['resolve'], reject, onProgress });
        signal?.addEventListener('abort', () => say({ t: 'abort', id }), { once: true });
      }),
    start: () => {
      isStarted = true;
      start();
    },
    close: async () => {
      isClosed = true;
      if (!thread) return;
      const { worker, gone } = thread;
      worker.ref();
      worker.postMessage({ t: 'close' } satisfies ToReader);
      const tooLong = setTimeout(() => void worker.terminate(), patienceMs);
      await gone;
      clearTimeout(tooLong);
    },
  };
}
