import type { Cursor } from './frames.ts';
import { holdings, upsert, type Versioned } from './holdings.ts';
import { disconnected, type Replica, type Step } from './replica.ts';

/**
 * An answer to a GET, with the position it was read at. The server takes all three from the transaction that reads the
 * rows: a scope version remembered by the client would let an answer from an earlier scope pass after a restore.
 */
export type Read<Row> = Cursor & { readonly rows: readonly Row[] };

/**
 * A complete read of all that is wanted: rows that are not in it go, unless they came into view after it. Also the way
 * in: the first answer of all, before any socket, gives the replica its position.
 */
export function applySnapshot<Row extends Versioned>(state: Replica<Row>, snapshot: Read<Row>): Step<Row> {
  const { epoch, scopeVersion, seq, rows } = snapshot;
  const first = state.position === null;
  const refused = first ? null : objection(state, snapshot);
  if (refused) return refused;

  const tombstones = new Map(first ? [] : [...state.tombstones].filter(([, { at }]) => at > seq));
  const listed = new Set(rows.map(({ id }) => id));
  const kept = first ? [] : [...state.byId].filter(([id, { at }]) => at >= seq || (at >= 0 && listed.has(id)));
  const held = holdings(new Map(kept), tombstones);
  for (const row of rows) upsert(held, row, seq);
  const position = { epoch, scopeVersion, seq: Math.max(seq, state.position?.seq ?? 0) };
  return {
    state: {
      status: state.status === 'awaitingSnapshot' ? 'live' : state.status,
      position,
      floor: seq,
      byId: held.rows.result(),
      tombstones: held.tombstones.result(),
    },
    refetch: false,
    reconnect: false,
  };
}

/** Any list or case answer, at any time: it adds and renews, and takes nothing away. */
export function applyRead<Row extends Versioned>(state: Replica<Row>, read: Read<Row>): Step<Row> {
  const refused = objection(state, read);
  if (refused) return refused;
  const held = holdings(state.byId, state.tombstones);
  const taken = read.rows.map((row) => upsert(held, row, read.seq));
  return {
    state: { ...state, byId: held.rows.result(), tombstones: held.tombstones.result() },
    // A row that was left out means that the answer as a whole (its order, its count) is out of date.
    refetch: taken.includes(false),
    reconnect: false,
  };
}

/** For a client that holds only what it shows: all of it has been read again since the reset, so the rest goes. */
export function settle<Row extends Versioned>(state: Replica<Row>): Replica<Row> {
  if (state.status !== 'awaitingSnapshot') return state;
  return { ...state, status: 'live', byId: new Map([...state.byId].filter(([, { at }]) => at >= 0)) };
}

/** Null for an answer that can be applied; otherwise what to do instead. */
function objection<Row extends Versioned>(state: Replica<Row>, read: Read<Row>): Step<Row> | null {
  const { position, floor } = state;
  // The reset that is bound to come asks for everything.
  if (position === null) return { state, refetch: false, reconnect: false };
  if (read.epoch !== position.epoch || read.scopeVersion > position.scopeVersion) {
    return { state: { ...disconnected(state), position: null }, refetch: false, reconnect: true };
  }
  const isTooOld = read.scopeVersion < position.scopeVersion || read.seq < floor;
  return isTooOld ? { state, refetch: true, reconnect: false } : null;
}
