import { type Due, provisionalTickets } from '@hotline/db/cases/alarms';
import { maxBackground } from '@hotline/db/writer';
import { system } from '@hotline/shared/people/actor';
import { Refusal } from '@hotline/shared/refusal';
import type { Hotline } from '../app/hotline.ts';
import { act } from '../tickets/act.ts';

const page = 96;

/**
 * Settles the provisional dues of every centre whose calendar is another one than when it was last asked: one event for each
 * case that the newly announced days concern; the others refuse and stay provisional. After a restart, or on another
 * node, all are asked once more, and refuse. Returns how many cases were settled.
 */
export function openSettling(hotline: Hotline): () => Promise<number> {
  const settledBy = new Map<string, number>();
  return async () => {
    let settled = 0;
    for (const centre of hotline.catalog.directory().centres.values()) {
      const { version } = hotline.catalog.clocks(centre.id).calendar;
      if (settledBy.get(centre.id) === version) continue;
      settled += await ofCentre(hotline, centre.path);
      settledBy.set(centre.id, version);
    }
    return settled;
  };
}

async function ofCentre(hotline: Hotline, centrePath: string): Promise<number> {
  let settled = 0;
  for (let after: Due | null = null; ; ) {
    // Of one that is settled the place is another one or none: the next page begins behind where it was.
    const tickets: Due[] = await provisionalTickets(hotline.store.reader, centrePath, after, page);
    for (let i = 0; i < tickets.length; i += maxBackground) {
      const done = await Promise.all(
        tickets.slice(i, i + maxBackground).map(({ ticketId }) => settle(hotline, ticketId)),
      );
      settled += done.filter(Boolean).length;
    }
    after = tickets.at(-1) ?? null;
    if (tickets.length < page) return settled;
  }
}

/** Whether the case changed; somebody was quicker: once more. */
async function settle(hotline: Hotline, ticketId: string): Promise<boolean> {
  for (;;) {
    try {
      await act(hotline, { actor: system, ticketId, verb: 'settleClocks', version: null, input: {} });
      return true;
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'unavailable') throw error;
      if (error.code !== 'stale') return false;
    }
  }
}
