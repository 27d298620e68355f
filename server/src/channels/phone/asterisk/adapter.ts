import { setTimeout as wait } from 'node:timers/promises';
import { openCalls } from '@hotline/db/telephony/calls';
import { Refusal } from '@hotline/shared/refusal';
import { fitting, type Report } from '@hotline/shared/telephony/report';
import type { Hotline } from '../../../app/hotline.ts';
import { callIdOf, endCall, recordReport } from '../record.ts';
import { type AmiOptions, openAmi } from './connection.ts';
import type { AsteriskSettings } from './settings.ts';
import { translator } from './translate.ts';

type Options = Pick<AmiOptions, 'log'> & { pingMs?: number; retryMs?: number };

const tries = 20;
const againMs = 500;

/**
 * Follows an Asterisk: its events become the same reports as those of the web hook. After a break the channels that
 * exist are asked for, so that a call that ended meanwhile ends here too, and one that began is known. Who is not ready
 * is paused in the queues.
 */
export function followAsterisk(
  hotline: Hotline,
  settings: AsteriskSettings,
  options: Options,
): { close(): Promise<void> } {
  const centreId = settings.centre ?? [...hotline.catalog.directory().centres.keys()][0];
  if (!centreId || !hotline.catalog.directory().centres.has(centreId))
    throw new Refusal('notFound', `HOTLINE_ASTERISK：没有受理中心 ${settings.centre ?? ''}，请检查 centre=。`);
  const { log } = options;
  const events = translator(settings);
  let isClosed = false;
  let line: Promise<void> = Promise.resolve();

  /** One after the other, in the order in which they happened; a store that is away for a moment loses none. */
  const inLine = (work: () => Promise<unknown>) => {
    line = line.then(async () => {
      for (let i = 1; i <= tries && !isClosed; i++) {
        try {
          await work();
          return;
        } catch (error) {
          if (error instanceof Refusal && error.code !== 'unavailable') return log(`asterisk: ${error.message}`);
          if (i === tries) log(`asterisk: an event could not be kept: ${(error as Error).message}`);
          else await wait(againMs);
        }
      }
    });
    return line;
  };
  const keep = (report: Report) => inLine(() => recordReport(hotline, centreId, fitting(report), source));

  const ami = openAmi(settings, {
    ...options,
    event: (packet) => {
      for (const report of events.reports(packet)) void keep(report);
    },
    ready: async (ask) => {
      const listed = await ask('CoreShowChannels');
      const channels = listed.filter((p) => p.get('event') === 'CoreShowChannel');
      const { reports, going } = events.resume(channels);
      for (const report of reports) void keep(report);
      const alive = new Set(going.map((id) => callIdOf(centreId, id)));
      await inLine(async () => {
        for (const call of await openCalls(hotline.store.reader, centreId))
          if (call.source === source && !alive.has(call.id)) await endCall(hotline, call.id, 'lost');
      });
    },
  });
  const stopSeats = hotline.calls.followSeats((seat) => {
    if (seat.extension === null) return;
    const paused = seat.state === 'ready' ? 'false' : 'true';
    ami
      .ask('QueuePause', {
        Interface: settings.telephone.replace('%s', seat.extension),
        Paused: paused,
        Reason: seat.state,
      })
      .catch(() => undefined);
  });
  return {
    close: async () => {
      isClosed = true;
      stopSeats();
      ami.close();
      await line;
    },
  };
}

const source = 'asterisk';
