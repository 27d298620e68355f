import { useEffect, useState } from 'react';
import { sentenceOf } from '../data/api.ts';
import { watchTickets } from '../data/tickets.ts';

const atMostEveryMs = 1_000;

/**
 * What `read` answers to the question `key` (JSON): read at once, and again at most once a second while tickets change.
 * The old answer stays on show until the new one is there.
 */
export function useLiveRead<Q, A>(
  key: string,
  read: (question: Q) => Promise<A>,
): { answer: A | null; message: string | null } {
  const [answer, setAnswer] = useState<A | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question is the key; `read` is the same for all of them
  useEffect(() => {
    let current = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = async () => {
      timer = undefined;
      try {
        const next = await read(JSON.parse(key) as Q);
        if (!current) return;
        setAnswer(next);
        setMessage(null);
      } catch (error) {
        if (current) setMessage(sentenceOf(error));
      }
    };
    void again();
    const stop = watchTickets({
      changed: () => {
        timer ??= setTimeout(() => void again(), atMostEveryMs);
      },
    });
    return () => {
      current = false;
      clearTimeout(timer);
      stop();
    };
  }, [key]);
  return { answer, message };
}
