import type { TicketRow } from '@hotline/shared/api/tickets';
import { applyFrames } from '@hotline/shared/live/applyFrames';
import { applyRead, applySnapshot, type Read, settle } from '@hotline/shared/live/applyReads';
import type { ServerFrame } from '@hotline/shared/live/frames';
import { emptyReplica, type Replica, type Step } from '@hotline/shared/live/replica';
import { personStore, personValue } from './personStore.ts';

type Tickets = {
  replica: Replica<TicketRow>;
  /** Tickets that left this person's sight, as they were last seen: a list shows them greyed until it is refreshed. */
  gone: ReadonlyMap<string, TicketRow>;
};
type Changed = { ids: ReadonlySet<string>; refetch: boolean };
type Listener = { wanted?: (row: TicketRow) => boolean; changed: (change: Changed) => void | Promise<void> };

export const useTickets = personStore<Tickets>(() => ({ replica: emptyReplica(), gone: new Map() }));
const listeners = personValue(() => new Set<Listener>());

/** Whoever shows tickets says which rows it wants taken in and is told what changed. Returns how to stop. */
export function watchTickets(listener: Listener): () => void {
  const now = listeners.current;
  now.add(listener);
  return () => now.delete(listener);
}

export const useTicketRow = (id: string) => useTickets((s) => s.replica.byId.get(id)?.row ?? s.gone.get(id));

/** Applies a batch of frames in one step of the store: maps are copied once, rows that did not change keep their identity. */
export function takeFrames(frames: readonly ServerFrame<TicketRow>[]): Omit<Step<TicketRow>, 'state'> {
  const before = useTickets.getState();
  const wanted = (_: string, row?: TicketRow) =>
    row !== undefined && [...listeners.current].some((l) => l.wanted?.(row));
  const { state: replica, refetch, reconnect } = applyFrames(before.replica, frames, { wanted });
  const ids = new Set(frames.flatMap((f) => (f.t === 'ev' ? [f.id] : [])));
  useTickets.setState({ replica, gone: goneAfter(before, replica, ids) });
  if (ids.size > 0 || refetch) void tell({ ids, refetch });
  return { refetch, reconnect };
}

/** Rows of a GET. `again`: the answer is older than what has been forgotten since, so ask once more. */
export function takeRead(read: Read<TicketRow>): 'taken' | 'again' | 'reconnect' {
  const { replica } = useTickets.getState();
  const { state, refetch, reconnect } =
    replica.position === null ? applySnapshot(replica, read) : applyRead(replica, read);
  if (state !== replica) useTickets.setState({ replica: state });
  if (reconnect) return 'reconnect';
  return refetch && state === replica ? 'again' : 'taken';
}

export const setReplica = (change: (replica: Replica<TicketRow>) => Replica<TicketRow>) =>
  useTickets.setState((s) => ({ replica: change(s.replica) }));

async function tell(change: Changed): Promise<void> {
  await Promise.all([...listeners.current].map((l) => l.changed(change)));
  if (change.refetch) setReplica(settle);
}

function goneAfter(before: Tickets, after: Replica<TicketRow>, ids: ReadonlySet<string>): Tickets['gone'] {
  const left = [...ids].flatMap((id) => {
    const row = before.replica.byId.get(id)?.row;
    return row && !after.byId.has(id) ? [row] : [];
  });
  return left.length === 0 ? before.gone : new Map([...before.gone, ...left.map((row) => [row.id, row] as const)]);
}
