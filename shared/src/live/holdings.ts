import { type CopyOnWrite, copyOnWrite } from './copyOnWrite.ts';

export type Versioned = { readonly id: string; readonly version: number };

export type Held<Row> = {
  readonly row: Row;
  /** 0 after a reset: shown until it is read again, and never in the way of what is read. */
  readonly version: number;
  /** The latest log position at which the row was known to be in view; -1 after a reset. */
  readonly at: number;
};

/** A ticket that is not held, and the versions (up to this one) that must not come back by a late answer. */
export type Tombstone = { readonly version: number; readonly at: number };

/** Held rows and tombstones under change; an id is in one of the two or in neither. */
export type Holdings<Row> = {
  readonly rows: CopyOnWrite<string, Held<Row>>;
  readonly tombstones: CopyOnWrite<string, Tombstone>;
};

export function holdings<Row>(
  byId: ReadonlyMap<string, Held<Row>>,
  tombstones: ReadonlyMap<string, Tombstone>,
): Holdings<Row> {
  return { rows: copyOnWrite(byId), tombstones: copyOnWrite(tombstones) };
}

/** Takes a row in if it is newer than what is known (R7). False: something newer was known, and the row is left out. */
export function upsert<Row extends Versioned>(to: Holdings<Row>, row: Row, at: number): boolean {
  const held = to.rows.get(row.id);
  const known = knownVersion(to, row.id);
  if (row.version > known) {
    to.rows.set(row.id, { row, version: row.version, at });
    to.tombstones.delete(row.id);
    return true;
  }
  // The same version seen at a later position: a snapshot read before that position must not drop the row.
  if (held && row.version === known && at > held.at) to.rows.set(row.id, { ...held, at });
  return held !== undefined;
}

/** Lets a ticket go unless a newer version is held (R8), and remembers that older ones must not come back. */
export function bury<Row>(to: Holdings<Row>, id: string, version: number, at: number): void {
  if (version < knownVersion(to, id)) return;
  to.rows.delete(id);
  to.tombstones.delete(id); // so that insertion order is the order of burial
  to.tombstones.set(id, { version, at });
}

function knownVersion<Row>({ rows, tombstones }: Holdings<Row>, id: string): number {
  return rows.get(id)?.version ?? tombstones.get(id)?.version ?? 0;
}
