import type { TicketRow } from '@hotline/shared/api/tickets';
import { api, sentenceOf } from '../../data/api.ts';
import { useCatalog } from '../../data/catalog.ts';
import { resync } from '../../data/live.ts';
import { onBack, serverNowMs } from '../../data/liveState.ts';
import { personStore, personValue } from '../../data/personStore.ts';
import { currentPerson, scopeVersion } from '../../data/session.ts';
import { takeRead, useTickets, watchTickets } from '../../data/tickets.ts';
import { ownDepartmentsOf } from '../case/ownDepartments.ts';
import { clockOf, matches, type QueueFilter, type Viewer } from './queueFilter.ts';

type Queue = {
  filter: QueueFilter;
  /** The order on show. It changes when the person asks for it, never by itself. */
  ids: readonly string[];
  /** New rows that wait behind «有 7 条新件». */
  pending: readonly string[];
  /** Those that waited there and are on show since the last refresh. */
  fresh: ReadonlySet<string>;
  nextCursor: string | null;
  state: 'loading' | 'ready' | 'failed';
  message: string | null;
};

const pageSize = 50;
export const useQueue = personStore<Queue>(() => ({
  filter: {},
  ids: [],
  pending: [],
  fresh: new Set(),
  nextCursor: null,
  state: 'loading',
  message: null,
}));

/** Shows another queue; an answer to an older question is dropped. */
export async function openQueue(filter: QueueFilter): Promise<void> {
  useQueue.setState({ ...useQueue.getInitialState(), filter });
  await read(filter, null);
}

/** The same question again: order, members and count as they are now. */
export function refreshQueue(): Promise<void> {
  const { filter, pending } = useQueue.getState();
  useQueue.setState({ fresh: new Set(pending) });
  return read(filter, null);
}

export async function loadMore(): Promise<void> {
  const { filter, nextCursor, state } = useQueue.getState();
  if (!nextCursor || state === 'loading') return;
  useQueue.setState({ state: 'loading' });
  await read(filter, nextCursor);
}

/** Still what this queue asks for; a row that is not stays on show, greyed, until the next refresh. */
export const belongs = (row: TicketRow, filter = useQueue.getState().filter) =>
  filter.q !== undefined || filter.excused === true || matches(row, filter, viewer());

/** The next row below `id` that still awaits something here, or the nearest above. */
export function nextInQueue(id: string): string | null {
  const { ids } = useQueue.getState();
  const at = ids.indexOf(id);
  const { byId } = useTickets.getState().replica;
  const waits = (other: string) => {
    const row = byId.get(other)?.row;
    return row !== undefined && other !== id && belongs(row);
  };
  return ids.slice(at + 1).find(waits) ?? ids.slice(0, Math.max(at, 0)).findLast(waits) ?? null;
}

/** Starts listening to what changes; returns how to stop. */
export function watchQueue(): () => void {
  const stopTickets = watchTickets({
    wanted: (row) => matches(row, useQueue.getState().filter, viewer()),
    changed: async ({ ids, refetch }) => {
      if (refetch) return catchUp();
      addPending([...ids]);
    },
  });
  const stopBack = onBack(() => {
    const { state, ids } = useQueue.getState();
    if (state !== 'failed') return;
    // A list that never came is read; one that could not go on goes on when it is scrolled again.
    if (ids.length === 0) void refreshQueue();
    else useQueue.setState({ state: 'ready', message: null });
  });
  return () => {
    stopTickets();
    stopBack();
  };
}

function addPending(ids: readonly string[]): void {
  const { byId } = useTickets.getState().replica;
  const { ids: shown, pending, filter } = useQueue.getState();
  const known = new Set([...shown, ...pending]);
  const fresh = ids.filter((id) => {
    const row = byId.get(id)?.row;
    return row !== undefined && !known.has(id) && matches(row, filter, viewer()) && !isFurtherDown(row);
  });
  const still = pending.filter((id) => byId.has(id) && belongs((byId.get(id) as { row: TicketRow }).row, filter));
  if (fresh.length > 0 || still.length < pending.length) useQueue.setState({ pending: [...still, ...fresh] });
}

/** Its place is on a page not loaded yet: it changed down there, it is not new up here. */
function isFurtherDown(row: TicketRow): boolean {
  const { ids, nextCursor, filter } = useQueue.getState();
  const last = useTickets.getState().replica.byId.get(ids.at(-1) ?? '')?.row;
  if (!nextCursor || !last || filter.dispatchStatus || filter.overdue || filter.request || filter.order) return false;
  if (filter.sort === 'received') return row.receivedAt <= last.receivedAt;
  return clockOf(row, filter) >= clockOf(last, filter);
}

/** After a gap: read the page again without moving what is on show; rows that are new wait as usual. */
async function catchUp(): Promise<void> {
  const { filter, ids } = useQueue.getState();
  const answer = await ask(filter, null).catch(() => null);
  if (!answer || useQueue.getState().filter !== filter) return;
  if (ids.length === 0) return show(answer.items, answer.nextCursor);
  addPending(answer.items.map((row) => row.id));
}

async function read(filter: QueueFilter, cursor: string | null): Promise<void> {
  try {
    const answer = await ask(filter, cursor);
    if (useQueue.getState().filter !== filter) return;
    if (cursor === null) return show(answer.items, answer.nextCursor);
    const { ids, pending } = useQueue.getState();
    const more = answer.items.map((r) => r.id).filter((id) => !ids.includes(id));
    useQueue.setState({
      ids: [...ids, ...more],
      pending: pending.filter((id) => !more.includes(id)),
      nextCursor: answer.nextCursor,
      state: 'ready',
      message: null,
    });
  } catch (error) {
    if (useQueue.getState().filter === filter) useQueue.setState({ state: 'failed', message: sentenceOf(error) });
  }
}

const show = (rows: readonly TicketRow[], nextCursor: string | null) =>
  useQueue.setState({ ids: rows.map((r) => r.id), pending: [], nextCursor, state: 'ready', message: null });

async function ask(filter: QueueFilter, cursor: string | null, attempt = 0) {
  const version = scopeVersion();
  const answer = await api.call('tickets', { query: { ...filter, limit: pageSize, ...(cursor ? { cursor } : {}) } });
  const { epoch, seq, items: rows } = answer;
  const taken = takeRead({ epoch, seq, scopeVersion: version, rows });
  if (taken === 'reconnect') resync();
  // Something was forgotten while the answer was under way; the next one is newer.
  if (taken !== 'taken' && attempt < 3) return ask(filter, cursor, attempt + 1);
  return answer;
}

/** Asked for each of hundreds of rows a second: worked out once for a while, and anew with another person or catalog. */
type Asked = { viewer: Viewer; person: unknown; catalog: unknown; atMs: number };
const held = personValue<Asked | null>(() => null);
const goodForMs = 1_000;

function viewer(): Viewer {
  const person = currentPerson();
  const catalog = useCatalog.getState();
  const nowMs = serverNowMs();
  const asked = held.current;
  const isGood = asked?.person === person && asked.catalog === catalog && Math.abs(nowMs - asked.atMs) < goodForMs;
  if (asked && isGood) return asked.viewer;
  const mine: Viewer['mine'] = person ? ownDepartmentsOf(person, catalog.departments) : new Set();
  const fresh = { mine, categoryLines: catalog.categoryLines, nowIso: new Date(nowMs).toISOString() };
  held.current = { viewer: fresh, person, catalog, atMs: nowMs };
  return fresh;
}
