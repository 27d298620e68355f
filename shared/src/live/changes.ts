/** One row of the event log as its followers need it. `audience` is whatever scope looks at; null: the ticket did not exist. */
export type Committed<Audience> = {
  readonly seq: number;
  readonly ticketId: string;
  readonly version: number;
  readonly audienceBefore: Audience | null;
  readonly audienceAfter: Audience | null;
};

/** What a run of events did to one ticket, oldest first. */
export type Change<Audience> = readonly [Committed<Audience>, ...Committed<Audience>[]];

/** What one viewer must be told about one ticket. */
export type Notice = {
  readonly id: string;
  readonly seq: number;
  readonly version: number;
  readonly op: 'up' | 'rm';
};

export type Sees<Audience> = (audience: Audience) => boolean;

/** Gathers events (ascending `seq`) by ticket. Do it once per batch, for all viewers. */
export function coalesce<Audience>(events: readonly Committed<Audience>[]): readonly Change<Audience>[] {
  const changes = new Map<string, [Committed<Audience>, ...Committed<Audience>[]]>();
  for (const event of events) {
    const change = changes.get(event.ticketId);
    if (change) change.push(event);
    else changes.set(event.ticketId, [event]);
  }
  return [...changes.values()];
}

/** The notices for one scope, one per ticket at most, ascending `seq`. */
export function address<Audience>(changes: readonly Change<Audience>[], sees: Sees<Audience>): readonly Notice[] {
  const notices: Notice[] = [];
  for (const change of changes) {
    const notice = noticeOf(change, sees);
    if (notice) notices.push(notice);
  }
  return notices.sort((a, b) => a.seq - b.seq);
}

/**
 * A ticket in view at the end is `up`, at its last event. One that was in view at any moment on the way is `rm`, **at the
 * event by which it left**: placed later, a client that has come past that event, but not as far as the notice, would
 * resume without ever being told.
 */
function noticeOf<Audience>(change: Change<Audience>, sees: Sees<Audience>): Notice | null {
  const last = change.at(-1) ?? change[0];
  if (isSeen(last.audienceAfter)) return { id: last.ticketId, seq: last.seq, version: last.version, op: 'up' };
  const left = change.findLast(({ audienceBefore }) => isSeen(audienceBefore));
  return left ? { id: left.ticketId, seq: left.seq, version: left.version, op: 'rm' } : null;

  function isSeen(audience: Audience | null): boolean {
    return audience !== null && sees(audience);
  }
}
