import type { Cursor } from './frames.ts';
import type { Held, Tombstone, Versioned } from './holdings.ts';

/** What one client holds of the tickets its person may see. A value: every step gives the next one. */
export type Replica<Row extends Versioned> = {
  /** `stale`: connected as far as we know, but silent for too long. Rows stay on show in every status. */
  readonly status: 'connecting' | 'awaitingSnapshot' | 'live' | 'stale';
  /** How far the frames have come; null before there is anything to continue from. */
  readonly position: Cursor | null;
  /** Answers read before this `seq`, and frames up to it, may hold what has since been forgotten: they are not applied. */
  readonly floor: number;
  readonly byId: ReadonlyMap<string, Held<Row>>;
  readonly tombstones: ReadonlyMap<string, Tombstone>;
};

/** The next state, and what the caller does now; both may be asked for at once. */
export type Step<Row extends Versioned> = {
  readonly state: Replica<Row>;
  /** Read again: after a snapshot or a read that very one, after frames all that is on show. */
  readonly refetch: boolean;
  /** Close (`closeCodes.gap`) and say hello with `cursorOf`; nothing to do while already at it. */
  readonly reconnect: boolean;
};

export function emptyReplica<Row extends Versioned>(): Replica<Row> {
  return { status: 'connecting', position: null, floor: 0, byId: new Map(), tombstones: new Map() };
}

/** What `hello` says: null while a snapshot is awaited, for then nothing held is complete. */
export function cursorOf<Row extends Versioned>(state: Replica<Row>): Cursor | null {
  return state.status === 'awaitingSnapshot' ? null : state.position;
}

/** The socket is gone. Frames still under way on it must not be applied any more. */
export function disconnected<Row extends Versioned>(state: Replica<Row>): Replica<Row> {
  return { ...state, status: 'connecting', position: cursorOf(state) };
}

/** Nothing was heard for ten seconds; the next frame takes it back. */
export function silent<Row extends Versioned>(state: Replica<Row>): Replica<Row> {
  return state.status === 'live' ? { ...state, status: 'stale' } : state;
}
