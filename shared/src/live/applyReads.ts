import type { Cursor } from './frames.ts';
import { holdings, upsert, type Versioned } from './holdings.ts';
import { disconnected, type Effect, type Replica, type Step } from './replica.ts';

/**
 * An answer to a GET. `epoch` and `seq` come with it; `scopeVersion` is the one the client knew when it asked
 * (`position`, or the session before that).
 */
export type Read<Row> = Cursor & { readonly rows: readonly Row[] };

/** A complete read of all that is wanted: rows that are not in it go, unless they came into view after it. */
export function applySnapshot<Row extends Versioned>(state: Replica<Row>, snapshot: Read<Row>): Step<Row> {
  const { epoch, scopeVersion, seq, rows } = snapshot;
  const first = state.position === null;
  const effect = first ? 'none' : objection(state, snapshot);
  if (effect !== 'none') return { state: effect === 'reconnect' ? disconnected(state) : state, effect };

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
    effect,
  };
}

/** Any list or case answer, at any time: it adds and renews, and takes nothing away. */
export function applyRead<Row extends Versioned>(state: Replica<Row>, read: Read<Row>): Step<Row> {
  const effect = objection(state, read);
  if (effect !== 'none') return { state: effect === 'reconnect' ? disconnected(state) : state, effect };
  const held = holdings(state.byId, state.tombstones);
  const taken = read.rows.map((row) => upsert(held, row, read.seq));
  return {
    state: { ...state, byId: held.rows.result(), tombstones: held.tombstones.result() },
    // A row that was left out means that the answer as a whole (its order, its count) is out of date.
    effect: taken.includes(false) ? 'refetch' : 'none',
  };
}

/** For a client that holds only what it shows: all of it has been read again since the reset, so the rest goes. */
export function settle<Row extends Versioned>(state: Replica<Row>): Replica<Row> {
  if (state.status !== 'awaitingSnapshot') return state;
  return { ...state, status: 'live', byId: new Map([...state.byId].filter(([, { at }]) => at >= 0)) };
}

/** Why an answer cannot be applied, said as what to do about it. */
function objection<Row extends Versioned>({ position, floor }: Replica<Row>, read: Read<Row>): Effect {
  if (position === null) return 'refetch';
  if (read.epoch !== position.epoch || read.scopeVersion > position.scopeVersion) return 'reconnect';
  return read.scopeVersion < position.scopeVersion || read.seq < floor ? 'refetch' : 'none';
}
