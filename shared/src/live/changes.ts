/** One row of the event log as the hub needs it. `audience` is whatever scope looks at; null: the ticket did not exist. */
export type Committed<Audience> = {
  readonly seq: number;
  readonly ticketId: string;
  readonly version: number;
  readonly audienceBefore: Audience | null;
  readonly audienceAfter: Audience | null;
};

/** What a run of events did to one ticket, told once, at its last `seq`. */
export type Change<Audience> = {
  readonly id: string;
  readonly seq: number;
  readonly version: number;
  readonly after: Audience | null;
  /** Every audience it had on the way: whoever was among them may hold the ticket. */
  readonly earlier: readonly Audience[];
};

/** What one viewer must be told about one ticket. */
export type Notice = {
  readonly id: string;
  readonly seq: number;
  readonly version: number;
  readonly op: 'up' | 'rm';
};

export type Sees<Audience> = (audience: Audience) => boolean;

/** Folds events (ascending `seq`) into one change per ticket, ascending. Do it once per batch, for all viewers. */
export function coalesce<Audience>(events: readonly Committed<Audience>[]): readonly Change<Audience>[] {
  const changes = new Map<string, Change<Audience> & { earlier: Audience[] }>();
  for (const { seq, ticketId: id, version, audienceBefore, audienceAfter: after } of events) {
    const known = changes.get(id);
    const earlier = known?.earlier ?? [];
    if (audienceBefore !== null) earlier.push(audienceBefore);
    changes.delete(id); // so that insertion order stays the order of the last seq
    changes.set(id, { id, seq, version, after, earlier });
  }
  return [...changes.values()];
}

/** The notices for one scope: a ticket in view is `up`; one that was in view at any moment on the way, and is not, is `rm`. */
export function address<Audience>(changes: readonly Change<Audience>[], sees: Sees<Audience>): readonly Notice[] {
  const notices: Notice[] = [];
  for (const { id, seq, version, after, earlier } of changes) {
    if (after !== null && sees(after)) notices.push({ id, seq, version, op: 'up' });
    else if (earlier.some(sees)) notices.push({ id, seq, version, op: 'rm' });
  }
  return notices;
}
