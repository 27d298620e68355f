import type { MessagePort } from 'node:worker_threads';
import type { Reader } from '@hotline/db/store/open';
import { packed } from '../processes/failure.ts';
import { type FromReader, stopping, type ToReader } from './messages.ts';
import type { Question } from './question.ts';

/** The thread's side: answers every question that comes in, several at a time where they are long, until it is closed. */
export function answerOn(
  port: MessagePort,
  reader: Reader,
  questions: Readonly<Record<string, unknown>>,
): Promise<void> {
  const running = new Map<number, { controller: AbortController; done: Promise<void> }>();
  const say = (message: FromReader) => port.postMessage(message);
  const answer = async (id: number, name: string, input: unknown, signal: AbortSignal) => {
    try {
      const question = questions[name] as Question<unknown, unknown>;
      const tell = (rows: number) => say({ t: 'progress', id, rows });
      say({ t: 'answer', id, answer: await question(reader.db, input, { signal, tell }) });
    } catch (error) {
      say({ t: 'failure', id, failure: packed(error) });
    } finally {
      running.delete(id);
    }
  };
  return new Promise((closed) => {
    port.on('message', (message: ToReader) => {
      if (message.t === 'ask') {
        const controller = new AbortController();
        const done = answer(message.id, message.name, message.input, controller.signal);
        running.set(message.id, { controller, done });
      } else if (message.t === 'abort') running.get(message.id)?.controller.abort(stopping());
      else {
        for (const { controller } of running.values()) controller.abort(stopping());
        void Promise.all(Array.from(running.values(), (r) => r.done)).then(() => {
          reader.close();
          port.close();
          closed();
        });
      }
    });
  });
}
