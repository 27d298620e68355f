import type { Answer, Call } from '@hotline/shared/api/client';
import { create } from 'zustand';
import { api, onceKey, sentenceOf } from '../data/api.ts';

export type Asked = Call<'startExport'>['body'];
type Progress = { job: Answer<'export'> | null; message: string | null };

const pollMs = 1_000;
const nothing: Progress = { job: null, message: null };
const keyOf = new Map<string, ReturnType<typeof onceKey>>();

/** Exports by the question they answer: whoever goes elsewhere meanwhile finds his file where he asked for it. */
const useExports = create<Record<string, Progress>>(() => ({}));

export const useExport = (question: string): Progress => useExports((s) => s[question] ?? nothing);

/** Begins it and follows it until it has ended; a retry after a failed request begins the same one. */
export async function startExport(question: string, asked: Asked): Promise<void> {
  put(question, nothing);
  const once = keyOf.get(question) ?? onceKey();
  keyOf.set(question, once);
  try {
    follow(question, await api.call('startExport', { body: asked, key: once(asked) }));
  } catch (error) {
    put(question, { job: null, message: sentenceOf(error) });
  }
}

/** The next one is a new one. */
export function forgetExport(question: string): void {
  keyOf.delete(question);
  put(question, nothing);
}

function follow(question: string, job: Answer<'export'>): void {
  put(question, { job, message: job.failure });
  if (job.status !== 'running') return;
  setTimeout(() => {
    if (useExports.getState()[question]?.job?.id !== job.id) return;
    api.call('export', { params: { id: job.id } }).then(
      (now) => follow(question, now),
      (error: unknown) => {
        follow(question, job);
        put(question, { job, message: sentenceOf(error) });
      },
    );
  }, pollMs);
}

const put = (question: string, progress: Progress) => useExports.setState({ [question]: progress });
