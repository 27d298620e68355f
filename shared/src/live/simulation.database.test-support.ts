import type { Committed } from './changes.ts';

export type Row = { readonly id: string; readonly version: number; readonly place: number };
/** A person sees the tickets of some places. */
export type Person = { readonly scope: readonly number[]; readonly scopeVersion: number };

/** All that a backup holds: a value, so keeping it is making one. */
export type Database = {
  readonly log: readonly Committed<number>[];
  /** The highest committed `seq`. */
  readonly head: number;
  /** The highest `seq` given out. */
  readonly allocated: number;
  readonly oldest: number;
  readonly tickets: ReadonlyMap<string, Row>;
  readonly people: readonly Person[];
};

export const scopes = [[0], [1], [0, 1], [0, 1, 2]] as const;
export const name = (which: number) => `t${which}`;

export const emptyDatabase: Database = {
  ...{ log: [], head: 0, allocated: 0, oldest: 1, tickets: new Map() },
  people: [scopes[0], scopes[2], scopes[2]].map((scope) => ({ scope, scopeVersion: 1 })),
};

/** Creates, edits (`place` null) or moves a ticket, and writes its event; `reserved` is a `seq` given out before. */
export function committed(db: Database, id: string, place: number | null, reserved: number | null): Database {
  const before = db.tickets.get(id);
  const after = { id, version: (before?.version ?? 0) + 1, place: place ?? before?.place ?? 0 };
  const seq = reserved ?? db.allocated + 1;
  const audiences = { audienceBefore: before?.place ?? null, audienceAfter: after.place };
  const event = { seq, ticketId: id, version: after.version, ...audiences };
  return {
    ...db,
    log: [...db.log, event].sort((a, b) => a.seq - b.seq),
    head: Math.max(db.head, seq),
    allocated: Math.max(db.allocated, seq),
    tickets: new Map(db.tickets).set(id, after),
  };
}
