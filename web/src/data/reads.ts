import { Refusal } from '@hotline/shared/refusal';
import { QueryCache, QueryClient } from '@tanstack/react-query';
import { whenDenied } from './api.ts';
import { onBack } from './liveState.ts';
import { personValue, whenPersonLeaves } from './personStore.ts';
import { useSession } from './session.ts';

/** One client a person: what was read for him is gone with him, and what is under way is taken back. */
const reads = personValue(makeClient);
whenPersonLeaves(() => reads.current.clear());

/** The client of whoever is signed in. */
export const currentReads = (): QueryClient => reads.current;

// With other rights everything is another answer.
useSession.subscribe((now, before) => {
  if (now.state === 'in' && before.state === 'in' && now.scopeVersion !== before.scopeVersion)
    void reads.current.resetQueries();
});

/** What could not be read is read by itself when the line is back, and after a refused change everything about its subject. Returns how to stop. */
export function watchReads(): () => void {
  const client = reads.current;
  const stopBack = onBack(() => void client.refetchQueries({ predicate: ({ state }) => state.status === 'error' }));
  const stopDenied = whenDenied((url) => {
    const parts = url.split(/[/?]/).map(decodeURIComponent);
    const isAbout = ({ queryKey: [, input] }: { queryKey: readonly unknown[] }) =>
      Object.values((input as { params?: Record<string, string> } | null)?.params ?? {}).some((id) =>
        parts.includes(id),
      );
    void client.refetchQueries({ type: 'active', predicate: isAbout });
  });
  return () => {
    stopBack();
    stopDenied();
  };
}

/** The server says that it is not there, or not for this person: what is on show of it goes. */
export const isGone = (error: unknown): boolean =>
  error instanceof Refusal && (error.code === 'notFound' || error.code === 'forbidden');

/** Also by saying that it is gone: asking again would bring nothing else. */
export const isAnswered = ({ error }: { error: unknown }): boolean => error === null || isGone(error);

function makeClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (isGone(error)) query.setState({ data: undefined });
      },
    }),
    defaultOptions: {
      queries: {
        // Nothing outlives its being on show, and `api` knows whether there is a line.
        gcTime: 0,
        staleTime: 0,
        retry: false,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
    },
  });
}
