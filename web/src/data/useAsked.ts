import type { Answer, Call } from '@hotline/shared/api/client';
import { useEffect, useState } from 'react';
import type { ConsoleRoute } from './routeTable.ts';
import { useRead } from './useRead.ts';

const restMs = 350;

/**
 * The answer to a question that changes while somebody types: asked once the hand rests, an answer to an older question
 * thrown away. Null while there is nothing to ask; the last answer stays until the next one is there.
 */
export function useAsked<N extends ConsoleRoute>(name: N, input: Call<N> | null, quietMs = restMs): Answer<N> | null {
  const { value } = useRead(name, useRested(input, quietMs));
  return input === null ? null : value;
}

/** The value, once it has not changed for so long; null at once. */
export function useRested<T>(value: T | null, quietMs: number): T | null {
  const text = value === null ? null : JSON.stringify(value);
  const [rested, setRested] = useState<string | null>(null);
  useEffect(() => {
    if (text === null) return setRested(null);
    const timer = setTimeout(() => setRested(text), quietMs);
    return () => clearTimeout(timer);
  }, [text, quietMs]);
  return text === null || rested === null ? null : (JSON.parse(rested) as T);
}
