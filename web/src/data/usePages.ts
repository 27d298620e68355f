import type { Answer, Call } from '@hotline/shared/api/client';
import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import { api, sentenceOf } from './api.ts';
import { currentReads, isAnswered } from './reads.ts';
import type { ConsoleRoute } from './routeTable.ts';
import { type Follow, useFollow } from './useFollow.ts';

type Paged<Item> = { items: readonly Item[]; nextCursor: string | null };
/** Routes that answer in pages. */
type PagedRoute = { [N in ConsoleRoute]: Answer<N> extends Paged<unknown> ? N : never }[ConsoleRoute];
type ItemOf<N extends PagedRoute> = Answer<N>['items'][number];

/** As `useRead`, for lists that go on: the pages read so far, one after the other. */
export function usePages<N extends PagedRoute>(name: N, input: Call<N> | null, follow?: Follow) {
  const client = currentReads();
  const queryKey = [name, input];
  const query = useInfiniteQuery<Answer<N>, Error, InfiniteData<Answer<N>>, unknown[], string | null>(
    {
      queryKey,
      enabled: input !== null,
      initialPageParam: null,
      queryFn: ({ pageParam, signal }) => api.call(name, pageOf(input as Call<N>, pageParam), signal),
      getNextPageParam: (last) => (last as Paged<unknown>).nextCursor,
    },
    client,
  );
  useFollow(follow, async () => isAnswered(await query.refetch()));
  const again = async () => void (await query.refetch());
  const pages = query.data?.pages;
  return {
    pages: pages ?? null,
    items: pages ? pages.flatMap((page) => page.items as readonly ItemOf<N>[]) : null,
    message: query.error ? sentenceOf(query.error) : null,
    busy: query.isFetching,
    /** Null: there is nothing more. */
    more: query.hasNextPage ? async () => void (await query.fetchNextPage()) : null,
    again,
    /** What a change has answered, put into the pages where they stand. */
    put: (change: (page: Answer<N>, index: number) => Answer<N>) =>
      void client.setQueryData<InfiniteData<Answer<N>>>(
        queryKey,
        (before) => before && { ...before, pages: before.pages.map(change) },
      ),
  };
}

const pageOf = <N extends PagedRoute>(input: Call<N>, cursor: string | null): Call<N> =>
  cursor === null ? input : { ...input, query: { ...(input as { query?: object }).query, cursor } };
