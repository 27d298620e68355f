import { fork } from 'node:child_process';
import { ownFile, type starts } from '../ownFiles.ts';
import { type Failure, packed, unpacked } from './failure.ts';

type Answer<T> = { readonly done: T } | { readonly failure: Failure };
export type ChildOptions = {
  /** It ends by itself when its memory comes to more. */
  readonly mostMegabytes: number;
  /** What is told when it ended without an answer; `isKilled`: by a signal, its own memory or the machine's. */
  readonly ended: (isKilled: boolean) => Error;
};

/**
 * One task for a process of its own, which ends with it: what it needs of memory or processor is counted apart from the
 * hotline, and if it ends badly the hotline goes on.
 */
export const inChild = <T>(name: keyof typeof starts, task: object, { mostMegabytes, ended }: ChildOptions) =>
  new Promise<T>((resolve, reject) => {
    const child = fork(ownFile(name), {
      execArgv: [...process.execArgv, `--max-old-space-size=${mostMegabytes}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    child.on('message', (answer: Answer<T>) => {
      if ('done' in answer) resolve(answer.done);
      else reject(unpacked(answer.failure));
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => reject(ended(code === null || code > 128 || signal !== null)));
    child.send(task);
  });

/** The child's side: does its one task, answers and ends. */
export function asChild<Task>(work: (task: Task) => unknown): void {
  process.once('message', async (task: Task) => {
    let answer: Answer<unknown>;
    try {
      answer = { done: await work(task) };
    } catch (error) {
      answer = { failure: packed(error) };
    }
    process.send?.(answer, () => process.disconnect());
  });
  // Whoever asked is gone: nobody wants the answer.
  process.once('disconnect', () => process.exit());
}
