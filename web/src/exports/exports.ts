import type { Answer, Call } from '@hotline/shared/api/client';
import { api, onceKey, sentenceOf } from '../data/api.ts';
import { personStore, personValue } from '../data/personStore.ts';

export type Asked = Call<'startExport'>['body'];
type Progress = { job: Answer<'export'> | null; message: string | null };

const pollMs = 1_000;
const nothing: Progress = { job: null, message: null };
const keyOf = personValue(() => new Map<string, ReturnType<typeof onceKey>>());

/** Exports by the question they answer: whoever goes elsewhere meanwhile finds his file where he asked for it. */
const useExports = personStore<Record<string, Progress>>(() => ({}));

export const useExport = (question: string): Progress => useExports((s) => s[question] ?? nothing);

/** Begins it and follows it until it has ended; a retry after a failed request begins the same one. */
export async function startExport(question: string, asked: Asked): Promise<void> {
  put(question, nothing);
  const once = keyOf.current.get(question) ?? onceKey();
  keyOf.current.set(question, once);
  try {
    follow(question, await api.call('startExport', { body: asked, key: once(asked) }));
  } catch (error) {
    put(question, { job: null, message: sentenceOf(error) });
  }
}

/** The next one is a new one. */
export function forgetExport(question: string): void {
  keyOf.current.delete(question);
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
