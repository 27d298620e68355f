import type { Hotline } from '../app/hotline.ts';
import { type Broadcaster, openBroadcaster } from './broadcaster.ts';
import { openCallStream } from './callStream.ts';
import { openDeskStream } from './deskStream.ts';
import { openFigureStream } from './figureStream.ts';
import { openPresence } from './presence.ts';
import { watchSessions } from './sessionWatch.ts';
import { openTicketStream } from './ticketStream.ts';

/** The broadcaster with everything it carries. Another kind of news is a file beside these and a line here. */
export async function openLive(hotline: Hotline, log: (error: unknown) => void): Promise<Broadcaster> {
  const broadcaster = openBroadcaster(log);
  const tickets = await openTicketStream(hotline, broadcaster);
  await openCallStream(hotline, broadcaster);
  openDeskStream(hotline, broadcaster, tickets);
  openFigureStream(hotline, broadcaster, tickets);
  openPresence(hotline, broadcaster, tickets);
  watchSessions(hotline, broadcaster);
  return broadcaster;
}
