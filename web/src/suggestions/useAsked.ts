import { useEffect, useRef, useState } from 'react';

const quietMs = 350;

/**
 * The answer to a question that changes while somebody types: asked once the hand rests, one at a time, an answer to an
 * older question thrown away. Null while there is nothing to ask; the last answer stays until the next one is there.
 */
export function useAsked<Q, A>(question: Q | null, ask: (question: Q) => Promise<A>): A | null {
  const [answer, setAnswer] = useState<A | null>(null);
  const asked = useRef<Promise<unknown>>(Promise.resolve());
  const current = useRef(ask);
  current.current = ask;
  const key = question === null ? null : JSON.stringify(question);
  useEffect(() => {
    if (key === null) return setAnswer(null);
    let wanted = true;
    const timer = setTimeout(async () => {
      await asked.current;
      if (!wanted) return;
      const asking = current.current(JSON.parse(key) as Q).catch(() => null);
      asked.current = asking;
      const given = await asking;
      if (wanted && given !== null) setAnswer(given);
    }, quietMs);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [key]);
  return answer;
}
