import type { Answer } from '@hotline/shared/api/client';
import type { Appeal } from '@hotline/shared/ticket/model/appeal';
import { serverNowMs } from '../../data/liveState.ts';
import { keepFor, keptFor } from '../../data/personKeys.ts';
import { personStore } from '../../data/personStore.ts';
import type { ListHead } from './lateRows.ts';

/** What is left on show of an appeal once it is logged: enough to tick it off on the paper, and to find it again. */
export type Entered = Pick<Appeal, 'number' | 'title' | 'receivedAt' | 'promiseClock'> & {
  readonly rowId: string;
  readonly ticketId: string;
};

/** A head of which the day may not have been said yet: it is today. */
type KeptHead = Omit<ListHead, 'day'> & { readonly day: string | null };

/** A person's work on paper lists in one go: the head that was said last, and what was entered, the newest last. */
type Sitting = { readonly head: KeptHead; readonly entered: readonly Entered[] };

const name = 'lateList';
const nothing: Sitting = { head: { day: null, channel: 'phone', reason: '' }, entered: [] };
/** A shift: the reason of an outage is not carried over to the next one. */
const keepMs = 12 * 3_600_000;
type Kept = Sitting & { readonly atMs: number };

/** It outlives the page, so that an answer which comes after it was left is not lost. */
export const useSitting = personStore<Sitting>(() => nothing);

/** Goes on where the list was left before the page was loaded again. */
export function openSitting(personId: string): void {
  if (useSitting.getState() === nothing) useSitting.setState(keptSitting(personId), true);
}

export const keepHead = (personId: string, head: KeptHead): void =>
  put(personId, { head, entered: useSitting.getState().entered });

export function addEntered(personId: string, rowId: string, { appeal, ticket }: Answer<'logAppeal'>): void {
  const { number, title, receivedAt, promiseClock } = appeal;
  const { head, entered } = useSitting.getState();
  put(personId, {
    head,
    entered: [...entered, { rowId, ticketId: ticket.id, number, title, receivedAt, promiseClock }],
  });
}

/** The list is finished; its head stays for the next one. */
export const clearEntered = (personId: string): void =>
  put(personId, { head: useSitting.getState().head, entered: [] });

function put(personId: string, sitting: Sitting): void {
  useSitting.setState(sitting, true);
  keepFor(personId, name, JSON.stringify({ ...sitting, atMs: serverNowMs() } satisfies Kept));
}

function keptSitting(personId: string): Sitting {
  try {
    const kept: Kept | null = JSON.parse(keptFor(personId, name) ?? 'null');
    return kept && serverNowMs() - kept.atMs < keepMs ? { head: kept.head, entered: kept.entered } : nothing;
  } catch {
    return nothing;
  }
}
