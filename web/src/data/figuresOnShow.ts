import type { Call } from '@hotline/shared/api/client';
import type { FiguresFrame } from '@hotline/shared/live/figures';
import type { ClientFrame } from '@hotline/shared/live/frames';
import { useEffect, useRef } from 'react';
import { api } from './api.ts';
import { personValue } from './personStore.ts';
import { useRead } from './useRead.ts';

/** Whoever shows a read knows what it answers. */
type Put = (answer: never) => void;
export type FiguresHeard = Omit<FiguresFrame, 'answer'> & { readonly answer: never };
type Own = {
  /** Address of a read → who shows it. */
  readonly shown: Map<string, Set<Put>>;
  say: ((frame: ClientFrame) => void) | null;
};
const own = personValue<Own>(() => ({ shown: new Map(), say: null }));

/** A read of figures that the line keeps up to date: read once, then told whenever it has changed. */
export function useFigures<N extends 'board' | 'figure'>(name: N, input: Call<N> | null) {
  const read = useRead(name, input);
  const put = useRef<Put>(() => undefined);
  put.current = read.put;
  const url = input && api.addressOf(name, input);
  useEffect(() => (url === null ? undefined : show(url, (answer) => put.current(answer))), [url]);
  return read;
}

function show(url: string, put: Put): () => void {
  const { shown } = own.current;
  const others = shown.get(url) ?? new Set();
  shown.set(url, others.add(put));
  if (others.size === 1) say();
  return () => {
    others.delete(put);
    if (others.size > 0) return;
    shown.delete(url);
    say();
  };
}

/** With a new line it is said anew; without one nothing is. */
export function sayShown(line: Own['say']): void {
  own.current.say = line;
  if (own.current.shown.size > 0) say();
}

function say(): void {
  own.current.say?.({ t: 'watch', urls: [...own.current.shown.keys()] });
}

export function hearFigures({ url, answer }: FiguresHeard): void {
  for (const put of own.current.shown.get(url) ?? []) put(answer);
}
