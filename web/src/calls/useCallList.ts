import type { CallView } from '@hotline/shared/telephony/call';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api, sentenceOf } from '../data/api.ts';
import { useCalls, watchCalls } from './board.ts';

const page = 50;
const atMostEveryMs = 1_000;

/** One list of calls, read again (at most once a second) when a call changes; what was loaded stays loaded. */
export function useCallList(missed: boolean) {
  const [items, setItems] = useState<readonly CallView[] | null>(null);
  const [people, setPeople] = useState<Readonly<Record<string, string>>>({});
  const [cursor, setCursor] = useState<string | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const held = useRef(0);
  held.current = items?.length ?? 0;

  const read = useCallback(
    async (after: string | null) => {
      const limit = after ? page : Math.min(200, Math.max(page, held.current));
      const query = { ...(missed ? { callback: true } : {}), ...(after ? { cursor: after } : {}), limit };
      try {
        const answer = await api.call('calls', { query });
        setItems((before) => (after ? [...(before ?? []), ...answer.items] : answer.items));
        setPeople((before) => ({ ...before, ...answer.people }));
        setCursor(answer.nextCursor);
        setMessage(null);
        useCalls.setState({ callbacks: answer.callbacks });
      } catch (error) {
        setMessage(sentenceOf(error));
      }
    },
    [missed],
  );
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    void read(null);
    const stop = watchCalls(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void read(null);
      }, atMostEveryMs);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [read]);
  return { items, people, message, more: cursor ? () => read(cursor) : null, again: () => read(null) };
}
