import type { ClientFrame } from '@hotline/shared/live/frames';
import { type At, beatMs, type PresentAt } from '@hotline/shared/live/presence';
import { personStore, personValue, whenPersonLeaves } from './personStore.ts';

type There = Pick<PresentAt, 'ticketId' | 'people' | 'more'>;
const nobody: There = { ticketId: '', people: [], more: 0 };

/** Who else is at the ticket on show. */
export const usePresent = personStore<There>(() => nobody);

/** Whoever runs through a queue with `j` is nowhere on the way. */
const settleMs = 400;
type Own = {
  here: At;
  say: ((frame: ClientFrame) => void) | null;
  settling?: ReturnType<typeof setTimeout>;
  beating?: ReturnType<typeof setInterval>;
};
const own = personValue<Own>(() => ({ here: { t: 'at', ticketId: null, form: null }, say: null }));
whenPersonLeaves(() => {
  clearTimeout(own.current.settling);
  clearInterval(own.current.beating);
});

/** Where this page is from now on; the server hears it once the person stays. */
export function beAt(ticketId: string | null, form: string | null): void {
  const now = own.current;
  now.here = { t: 'at', ticketId, form };
  if (usePresent.getState().ticketId !== ticketId) usePresent.setState(nobody);
  clearTimeout(now.settling);
  now.settling = setTimeout(() => now.say?.(now.here), settleMs);
}

/** With a new line it is said at once and again and again; without one nobody is known to be there. */
export function sayWhere(line: Own['say']): void {
  const now = own.current;
  now.say = line;
  clearInterval(now.beating);
  if (!line) {
    usePresent.setState(nobody);
    return;
  }
  now.beating = setInterval(() => {
    // A page nobody looks at says nothing: after the lease its person counts as gone.
    if (now.here.ticketId !== null && document.visibilityState === 'visible') line(now.here);
  }, beatMs);
  if (now.here.ticketId !== null) line(now.here);
}

export function hearPresent({ ticketId, people, more }: PresentAt): void {
  if (ticketId === own.current.here.ticketId) usePresent.setState({ ticketId, people, more });
}

document.addEventListener('visibilitychange', () => {
  const { here, say } = own.current;
  if (document.visibilityState === 'visible' && here.ticketId !== null) say?.(here);
});
