import { address, type Committed, coalesce, type Notice, type Sees } from './changes.ts';
import type { Cursor, Ev, Heartbeat, Reset, ResetReason, Resume } from './frames.ts';

/** All the server remembers of a connection's stream: the last `seq` addressed to it. */
export type Link = { readonly upTo: number };

/** The log as it stands: read it in the same transaction as the events that are replayed. */
export type Head = {
  readonly epoch: string;
  readonly seq: number;
  /** The first event still kept; `seq + 1` when none is. */
  readonly oldestSeq: number;
};

/** A replay of more tickets than this costs more than reading again. */
export const replayLimitTickets = 1_000;

/** Continue or start over: never a partial recovery. */
export function planHello(head: Head, cursor: Cursor | null, scopeVersion: number): Resume | Reset {
  const { epoch, seq } = head;
  if (cursor === null) return reset('first');
  if (cursor.epoch !== epoch) return reset('epoch');
  if (cursor.scopeVersion !== scopeVersion) return reset('scope');
  if (cursor.seq > seq) return reset('ahead');
  if (cursor.seq + 1 < head.oldestSeq) return reset('retention');
  return { t: 'resume', from: cursor.seq, to: seq, epoch, scopeVersion };

  function reset(reason: ResetReason): Reset {
    return { t: 'reset', reason, epoch, scopeVersion, seq };
  }
}

/**
 * Carries a plan out. `events` are those in (`from`, `to`] whose audience before or after is in the viewer's scope (more
 * do no harm); the reader may stop at `replayLimitTickets + 1` tickets, for then it is a reset. Send `opening`, then the
 * notices through `send`, then every batch committed after `to`: the link is added at `to`, and what is published meanwhile
 * waits its turn.
 */
export function openLink<Audience>(
  plan: Resume | Reset,
  events: readonly Committed<Audience>[],
  sees: Sees<Audience>,
): { readonly opening: Resume | Reset; readonly link: Link; readonly notices: readonly Notice[] } {
  if (plan.t === 'reset') return { opening: plan, link: { upTo: plan.seq }, notices: [] };
  const { epoch, scopeVersion, from, to } = plan;
  const changes = coalesce(events);
  if (changes.length <= replayLimitTickets) {
    return { opening: plan, link: { upTo: from }, notices: address(changes, sees) };
  }
  const reset: Reset = { t: 'reset', reason: 'tooFar', epoch, scopeVersion, seq: to };
  return { opening: reset, link: { upTo: to }, notices: [] };
}

/**
 * Turns notices into the frames of one connection. `rows` holds the viewer's projection of each ticket in `up` notices,
 * rendered now: null when it is no longer theirs to see (they are told it left), no entry to send no row.
 */
export function send<Row>(
  link: Link,
  notices: readonly Notice[],
  rows: ReadonlyMap<string, Row | null>,
): { readonly link: Link; readonly frames: readonly Ev<Row>[] } {
  const frames: Ev<Row>[] = [];
  let prev = link.upTo;
  for (const { id, seq, version, op } of notices) {
    if (seq <= prev) continue; // told during the replay of hello
    const row = op === 'up' ? rows.get(id) : null;
    const frame: Ev<Row> = { t: 'ev', seq, prev, op: row === null ? 'rm' : 'up', id, version };
    if (row !== null && row !== undefined) frame.row = row;
    frames.push(frame);
    prev = seq;
  }
  return { link: { upTo: prev }, frames };
}

export function heartbeat(link: Link, now: string): Heartbeat {
  return { t: 'hb', upTo: link.upTo, now };
}
