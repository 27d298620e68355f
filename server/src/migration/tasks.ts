import type { ImportRunRow } from '@hotline/db/store/schema';
import type { ImportState } from '@hotline/shared/api/imports';
import { Refusal } from '@hotline/shared/refusal';
import type { Hotline } from '../app/hotline.ts';
import { changeRun } from './runs.ts';

type Work = (isStopped: () => boolean) => Promise<void>;
/** What is being done in the background for runs; one thing at a time for each. */
export type Tasks = {
  begin(id: string, state: ImportState, work: Work): void;
  /** After the rows that are on their way; false where this process does not work on it. */
  pause(id: string): boolean;
  stop(): Promise<void>;
};

/** What fails is kept with the run, in words. */
export function openTasks(hotline: Hotline, onError: (error: unknown) => void): Tasks {
  const going = new Map<string, { stop: boolean; done: Promise<void> }>();
  return {
    begin: (id, state, work) => {
      const one = { stop: false, done: Promise.resolve() };
      one.done = work(() => one.stop)
        .catch(async (error: unknown) => {
          const failure = error instanceof Refusal ? error.message : '处理时出现错误，请重试；仍不成功请联系技术人员。';
          await changeRun(hotline, id, [state], { state: 'failed', failure }).catch(onError);
          if (!(error instanceof Refusal)) onError(error);
        })
        .finally(() => going.delete(id));
      going.set(id, one);
    },
    pause: (id) => {
      const one = going.get(id);
      if (one) one.stop = true;
      return one !== undefined;
    },
    stop: async () => {
      for (const one of going.values()) one.stop = true;
      await Promise.all(Array.from(going.values(), ({ done }) => done));
    },
  };
}

const beatMs = 500;

/** Keeps how far a run came, now and then. */
export function beating(hotline: Hotline, keep: () => Partial<ImportRunRow>, id: string, state: ImportState) {
  let beatAt = performance.now();
  return () => {
    if (performance.now() - beatAt < beatMs) return;
    beatAt = performance.now();
    changeRun(hotline, id, [state], keep()).catch(() => undefined);
  };
}
