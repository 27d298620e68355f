import type { Answer, Call } from '@hotline/shared/api/client';
import { type Query, useQuery } from '@tanstack/react-query';
import { api, sentenceOf } from './api.ts';
import { currentReads, isAnswered } from './reads.ts';
import type { ConsoleRoute } from './routeTable.ts';
import { type Follow, useFollow } from './useFollow.ts';

type How = {
  /** What the answer rests on: asked again when this is another. */
  since?: string | number;
  /** Asked again after so many milliseconds, as long as it is on show. */
  everyMs?: number;
  /** Asked again while something changes. */
  follow?: Follow;
  /** The answer never changes: asked once, however often it is shown. */
  isFixed?: boolean;
};

/**
 * What the server says to one question that no frame carries: read when it is first shown and again on `again`. The last
 * answer about the same subject stays while a new one comes, and goes where the subject is no longer there or no longer
 * this person's to see. `input` null: nothing to ask.
 */
export function useRead<N extends ConsoleRoute>(
  name: N,
  input: Call<N> | null,
  { since, everyMs, follow, isFixed }: How = {},
) {
  const client = currentReads();
  const queryKey: readonly unknown[] = [name, input, since];
  const query = useQuery<unknown>(
    {
      queryKey,
      enabled: input !== null,
      queryFn: ({ signal }) => api.call(name, input as Call<N>, signal),
      placeholderData: (before: unknown, asked: Query | undefined) =>
        input !== null && asked && subjectOf(asked.queryKey) === subjectOf(queryKey) ? before : undefined,
      ...(everyMs === undefined ? {} : { refetchInterval: everyMs }),
      ...(isFixed ? { staleTime: Number.POSITIVE_INFINITY, gcTime: Number.POSITIVE_INFINITY } : {}),
    },
    client,
  );
  useFollow(follow, async () => isAnswered(await query.refetch()));
  const again = async () => void (await query.refetch());
  return {
    // The question is the key, so what is held under it answers it.
    value: (query.data ?? null) as Answer<N> | null,
    /** The answer on show is to the question before. */
    isOlder: query.isPlaceholderData,
    message: query.error ? sentenceOf(query.error) : null,
    again,
    /** What a change has answered is what a read would answer now. */
    put: (answer: Answer<N>) => void client.setQueryData<unknown>(queryKey, answer),
  };
}

/** Two questions about the same subject differ in their filters alone. */
const subjectOf = ([name, input]: readonly unknown[]): string =>
  JSON.stringify([name, (input as { params?: unknown } | null)?.params ?? null]);
