import type { Call } from '@hotline/shared/api/client';
import type { FigureAnswer } from '@hotline/shared/api/figures';
import { useEffect, useState } from 'react';
import { api, sentenceOf } from '../api.ts';
import { watchTickets } from '../stores/tickets.ts';

type Query = NonNullable<Call<'figure'>['query']>;
export type Board = { rows: FigureAnswer; days: FigureAnswer };
const atMostEveryMs = 1_000;

/** The figure by department (or role) and by day; read again, at most once a second, while tickets change. */
export function useFigure(name: string, query: Query): { board: Board | null; message: string | null } {
  const [board, setBoard] = useState<Board | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const asked = JSON.stringify(query);
  useEffect(() => {
    let current = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async () => {
      timer = undefined;
      try {
        const wanted = JSON.parse(asked) as Query;
        const [rows, days] = await Promise.all([
          api.call('figure', { params: { name }, query: wanted }),
          api.call('figure', { params: { name }, query: { ...wanted, groupBy: 'day' } }),
        ]);
        if (!current) return;
        setBoard({ rows, days });
        setMessage(null);
      } catch (error) {
        if (current) setMessage(sentenceOf(error));
      }
    };
    void read();
    const stop = watchTickets({
      changed: () => {
        timer ??= setTimeout(() => void read(), atMostEveryMs);
      },
    });
    return () => {
      current = false;
      clearTimeout(timer);
      stop();
    };
  }, [name, asked]);
  return { board, message };
}
