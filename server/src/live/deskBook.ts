import { openTally, type Tally } from '@hotline/shared/desks/tally';
import { deskPlaces, type OpenWork } from '@hotline/shared/desks/work';
import { type Audience, ancestors, type Scope, scopeKey } from '@hotline/shared/people/scope';
import type { Hotline } from '../app/hotline.ts';
import type { Connection } from './connection.ts';

/** The desks of one scope: whoever may see the same counts the same. */
export type Desks = {
  readonly scope: Scope;
  readonly listeners: Set<Connection>;
  readonly tally: Tally;
  /** Tickets of the store that are still to be read before anything can be told; null: the counts are whole. */
  toRead: readonly string[] | null;
  isChanged: boolean;
  /** What was told last: the counts, and the frame they went out in. */
  told: { readonly text: string; readonly frame: Buffer } | null;
  /** On the monotonic clock: since when nobody listens. */
  leftMs: number;
};

/** Kept so long after the last console has gone: most come again. */
const idleMs = 10 * 60_000;
/** So many tickets are read at once. */
const page = 250;

/** The counts of every scope that somebody listens to, in memory. One thing at a time must be asked of it. */
export type DeskBook = {
  all(): Iterable<Desks>;
  of(scope: Scope): Desks | undefined;
  /** Begins to keep the counts of a scope: what changes from now on is put, and `readOn` reads what stands. */
  open(scope: Scope): Promise<Desks>;
  /** Reads these tickets as they stand, for the desks they concern or concerned. */
  readChanged(audiences: ReadonlyMap<string, readonly Audience[]>): Promise<void>;
  /** Reads a page for each scope that is not whole yet; true while more is to be read. */
  readOn(): Promise<boolean>;
  forgetIdle(): void;
};

export function openDeskBook(readers: Hotline['readers']): DeskBook {
  const desks = new Map<string, Desks>();
  const byPath = new Map<string, Set<Desks>>();

  const place = (one: Desks, id: string, work: OpenWork | undefined) => {
    one.tally.put(id, work ? deskPlaces(work, one.scope) : null);
    one.isChanged = true;
  };
  const concernedBy = (audiences: readonly Audience[]): Set<Desks> => {
    const paths = audiences.flatMap(({ centre, departments }) => [centre, ...departments]);
    return new Set(paths.flatMap(ancestors).flatMap((path) => [...(byPath.get(path) ?? [])]));
  };
  const forget = (one: Desks) => {
    desks.delete(scopeKey(one.scope));
    for (const path of pathsOf(one.scope)) byPath.get(path)?.delete(one);
  };
  return {
    all: () => desks.values(),
    of: (scope) => desks.get(scopeKey(scope)),
    async open(scope) {
      const one = empty(scope);
      desks.set(scopeKey(scope), one);
      for (const path of pathsOf(scope)) byPath.set(path, (byPath.get(path) ?? new Set()).add(one));
      try {
        one.toRead = await readers.ask('openIds', scope);
        return one;
      } catch (error) {
        forget(one);
        throw error;
      }
    },
    async readChanged(audiences) {
      const ids = desks.size === 0 ? [] : [...audiences.keys()];
      for (let i = 0; i < ids.length; i += page) {
        const some = ids.slice(i, i + page);
        const works = new Map((await readers.ask('openWork', some)).map((work) => [work.ticket.id, work]));
        for (const id of some) for (const one of concernedBy(audiences.get(id) ?? [])) place(one, id, works.get(id));
      }
    },
    async readOn() {
      for (const one of desks.values()) {
        if (one.toRead === null) continue;
        for (const work of await readers.ask('openWork', one.toRead.slice(0, page))) place(one, work.ticket.id, work);
        one.toRead = one.toRead.length > page ? one.toRead.slice(page) : null;
      }
      return [...desks.values()].some((one) => one.toRead !== null);
    },
    forgetIdle() {
      const nowMs = performance.now();
      for (const one of desks.values()) if (one.listeners.size === 0 && nowMs - one.leftMs > idleMs) forget(one);
    },
  };
}

const pathsOf = (scope: Scope) => [...scope.centres, ...scope.departments];

const empty = (scope: Scope): Desks => ({
  scope,
  listeners: new Set(),
  tally: openTally(),
  toRead: [],
  isChanged: true,
  told: null,
  leftMs: performance.now(),
});
