import { useEffect, useRef, useState } from 'react';
import { sentenceOf } from '../data/api.ts';

/** What the server says, read when the page opens and again on `again`; the last answer stays while a new one comes. */
export function useRead<T>(read: () => Promise<T>, key = '') {
  const [value, setValue] = useState<T | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  const latest = useRef(read);
  latest.current = read;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` and `turn` say when to read again
  useEffect(() => {
    let current = true;
    latest
      .current()
      .then((answer) => {
        if (!current) return;
        setValue(answer);
        setMessage(null);
      })
      .catch((error: unknown) => current && setMessage(sentenceOf(error)));
    return () => {
      current = false;
    };
  }, [key, turn]);
  return { value, message, put: setValue, again: () => setTurn((n) => n + 1) };
}
