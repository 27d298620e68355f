import { openCorrections, openTicketsAfter, saveCorrection } from '@hotline/db/centre/corrections';
import type { CorrectionRow } from '@hotline/db/store/versionRows';
import { maxBackground } from '@hotline/db/writer';
import { system } from '@hotline/shared/people/actor';
import { Refusal } from '@hotline/shared/refusal';
import type { Hotline } from '../app/hotline.ts';
import { act } from '../tickets/act.ts';

const page = 96;

/**
 * Goes on with every correction of clocks that is not finished: case by case behind people's work, one event for each
 * case that changed. The place is kept after each page; after a restart, or on another node, a case already corrected
 * refuses to be corrected again. One run at a time; resolves when all are finished.
 */
export function continueCorrections(hotline: Hotline, isStopping: () => boolean = () => false): Promise<void> {
  return hotline.corrections(async () => {
    // One asked for meanwhile is taken along.
    for (;;) {
      const [next] = await openCorrections(hotline.store.reader);
      if (!next || isStopping()) return;
      await finish(hotline, next, isStopping);
    }
  });
}

async function finish(hotline: Hotline, correction: CorrectionRow, isStopping: () => boolean): Promise<void> {
  const centre = hotline.catalog.directory().centres.get(correction.centreId);
  if (!centre) throw new Error(`no centre ${correction.centreId}`);
  let { afterReceivedAt, afterN, examined, changed } = correction;
  for (;;) {
    if (isStopping()) return;
    await hotline.catalog.refresh();
    if (hotline.catalog.clocks(centre.id).calendar.version !== correction.calendarVersion)
      return keep(hotline, correction.id, { finishedAt: hotline.now(), outcome: 'superseded' });
    const after = afterReceivedAt !== null && afterN !== null ? { receivedAt: afterReceivedAt, n: afterN } : null;
    const tickets = await openTicketsAfter(hotline.store.reader, centre.path, after, page);
    for (let i = 0; i < tickets.length; i += maxBackground) {
      const done = await Promise.all(tickets.slice(i, i + maxBackground).map(({ id }) => correctCase(hotline, id)));
      changed += done.filter(Boolean).length;
    }
    examined += tickets.length;
    const last = tickets.at(-1);
    afterReceivedAt = last?.receivedAt ?? afterReceivedAt;
    afterN = last?.n ?? afterN;
    const isDone = tickets.length < page;
    await keep(hotline, correction.id, {
      afterReceivedAt,
      afterN,
      examined,
      changed,
      ...(isDone ? { finishedAt: hotline.now(), outcome: 'done' as const } : {}),
    });
    if (isDone) return;
  }
}

/** Whether the case changed. Nothing to move, or no longer open: no. Somebody was quicker: once more. */
async function correctCase(hotline: Hotline, ticketId: string): Promise<boolean> {
  for (;;) {
    try {
      await act(hotline, { actor: system, ticketId, verb: 'applyCalendar', version: null, input: {} });
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code === 'stale') continue;
      if (error.code === 'unavailable') throw error;
      return false;
    }
  }
}

const keep = async (hotline: Hotline, id: string, changes: Partial<CorrectionRow>) => {
  await hotline.writer.write(
    async (tx) => {
      await saveCorrection(tx, id, changes);
      return { result: undefined, events: [], deltas: [] };
    },
    { background: true },
  );
};
