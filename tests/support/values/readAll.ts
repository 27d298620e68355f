import { misfitsOf } from '@hotline/server/app/misfits';
import type { Chance } from '@hotline/server/demo/chance';
import type { Route } from '@hotline/shared/api/route';
import { routes } from '@hotline/shared/api/routes';
import type { TestHotline } from '../hotline.ts';
import { boundary, type Json, type Known, wordsOfList } from './boundaries.ts';

const reads = Object.entries(routes as Record<string, Route>).filter(([, route]) => route.method === 'GET');
/** A route with a parameter begins with the address of the list that names what it may be. */
const listOf = (path: string) => path.split('/:')[0] ?? path;

/** The newest so many of a kind are remembered: enough to ask about, and a long run stays as quick as it began. */
const mostKept = 500;

/** What answers have told of late: ids by the list they are on, and values by the name of their field. */
export function openFound() {
  const ids = new Map<string, Set<string>>();
  const values = new Map<string, Set<unknown>>();
  const put = <T>(map: Map<string, Set<T>>, key: string, value: T) => {
    const kept = map.get(key) ?? new Set<T>();
    map.set(key, kept.add(value));
    for (const oldest of kept.size > mostKept ? kept : []) {
      kept.delete(oldest);
      break;
    }
  };
  const note = (answer: unknown, name: string): void => {
    if (typeof answer === 'object' && answer !== null)
      for (const [key, inner] of Object.entries(answer)) note(inner, Array.isArray(answer) ? name : key);
    else if (answer !== null && answer !== '') put(values, name, answer);
  };
  return {
    learn: ({ method, path }: Pick<Route, 'method' | 'path'>, answer: unknown): void => {
      note(answer, '');
      if (path.includes('/:') && method !== 'PUT') return;
      for (const row of rowsIn(answer))
        for (const id of [row['id'], row['key'], row['month']]) if (typeof id === 'string') put(ids, listOf(path), id);
    },
    ids: (path: string) => [...(ids.get(listOf(path)) ?? [])],
    values: (name: string): readonly unknown[] => [...(values.get(name) ?? [])],
  };
}

/** The items of a list, or the one thing that was made: the answer itself or what it holds under a name. */
function rowsIn(answer: unknown): Record<string, unknown>[] {
  const rows = (answer as { items?: unknown } | null)?.items ?? [answer, ...Object.values(answer ?? {})];
  return (Array.isArray(rows) ? rows : []).filter(
    (row) => typeof row === 'object' && row !== null && !Array.isArray(row),
  );
}
export type Found = ReturnType<typeof openFound>;

/** `most`: so many of the newest ids. `closely`: also by every closed word a list may be narrowed to. */
export type Reading = { readonly most: number; readonly closely: boolean };

/**
 * Asks every GET route of the contract as everybody of `cast`, a route with an id with those that were found anywhere.
 * @returns how often each was answered 200; throws where an answer is 5xx or not in the contract.
 */
export async function readAll(
  h: TestHotline,
  cast: readonly string[],
  found: Found,
  chance: Chance,
  { most, closely }: Reading,
): Promise<Map<string, number>> {
  const answered = new Map<string, number>(reads.map(([name]) => [name, 0]));
  const ask = async (name: string, route: Route, who: string, id: string, query: string): Promise<number> => {
    const url = route.path.replace(/:\w+/, encodeURIComponent(id)) + query;
    const answer = await h.server.inject({ url, headers: { cookie: await h.signIn(who) } });
    const misfits = JSON.stringify(misfitsOf(h.server));
    if (answer.statusCode >= 500 || misfits !== '{}')
      throw new Error(`GET ${url} by ${who}: ${answer.statusCode} ${misfits} ${answer.body.slice(0, 400)}`);
    if (answer.statusCode === 200) {
      answered.set(name, (answered.get(name) ?? 0) + 1);
      found.learn(route, answer.json());
    }
    return answer.statusCode;
  };
  const firstReader = async (route: Route, name: string) => {
    for (const who of cast)
      for (const id of [...found.ids(route.path), ...(route.query ? ['', '', '', '', ''] : [])])
        if ((await ask(name, route, who, id, queryOf(route, found.values, chance))) === 200) return { who, id };
    return undefined;
  };
  for (const [name, route] of reads) {
    const isNamed = route.path.includes('/:');
    let reader: { who: string; id: string } | undefined;
    for (const who of cast)
      for (const id of isNamed ? found.ids(route.path).slice(-most) : ['']) {
        const status = await ask(name, route, who, id, queryOf(route, found.values, chance));
        if (status === 200) reader ??= { who, id };
        // Who may not ask at all need not ask again.
        if (status === 403) break;
      }
    if (closely && !reader) reader = await firstReader(route, name);
    if (closely && reader)
      for (const query of closedQueries(route)) {
        const required = queryOf(route, found.values, chance);
        await ask(name, route, reader.who, reader.id, `${required || '?'}&${query}`);
      }
  }
  return answered;
}

/** The conditions a route cannot do without, each with something found under its name or on an edge. */
function queryOf({ query }: Route, known: Known, chance: Chance): string {
  const { properties = {}, required = [] } = (query ?? {}) as Json;
  const pairs = required.map((name) => {
    const schema = properties[name] ?? {};
    return `${name}=${encodeURIComponent(String(boundary(schema, name, fitting(known, schema), chance)))}`;
  });
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

const fitting =
  (known: Known, { maxLength = 200 }: Json): Known =>
  (name) =>
    known(name).flatMap((v) => (typeof v === 'string' ? [[...v].slice(0, maxLength).join('')] : []));

const closedQueries = ({ query }: Route): string[] =>
  Object.entries(((query ?? {}) as Json).properties ?? {}).flatMap(([name, { enum: closed, type, pattern }]) => {
    if (type === 'boolean') return [`${name}=true`];
    return [...(closed ?? wordsOfList(pattern ?? ''))].map((word) => `${name}=${String(word)}`);
  });
