import type { ClientFrame } from '@hotline/shared/live/frames';
import { type At, beatMs, type PresentAt } from '@hotline/shared/live/presence';
import { create } from 'zustand';

type There = Pick<PresentAt, 'ticketId' | 'people' | 'more'>;
const nobody: There = { ticketId: '', people: [], more: 0 };

/** Who else is at the ticket on show. */
export const usePresent = create<There>(() => nobody);

/** Whoever runs through a queue with `j` is nowhere on the way. */
const settleMs = 400;
let here: At = { t: 'at', ticketId: null, form: null };
let say: ((frame: ClientFrame) => void) | null = null;
let settling: ReturnType<typeof setTimeout> | undefined;
let beating: ReturnType<typeof setInterval> | undefined;

/** Where this page is from now on; the server hears it once the person stays. */
export function beAt(ticketId: string | null, form: string | null): void {
  here = { t: 'at', ticketId, form };
  if (usePresent.getState().ticketId !== ticketId) usePresent.setState(nobody);
  clearTimeout(settling);
  settling = setTimeout(() => say?.(here), settleMs);
}

/** With a new line it is said at once and again and again; without one nobody is known to be there. */
export function sayWhere(line: typeof say): void {
  say = line;
  clearInterval(beating);
  if (!line) {
    usePresent.setState(nobody);
    return;
  }
  beating = setInterval(() => {
    // A page nobody looks at says nothing: after the lease its person counts as gone.
    if (here.ticketId !== null && document.visibilityState === 'visible') line(here);
  }, beatMs);
  if (here.ticketId !== null) line(here);
}

export function hearPresent({ ticketId, people, more }: PresentAt): void {
  if (ticketId === here.ticketId) usePresent.setState({ ticketId, people, more });
}

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible' && here.ticketId !== null) say?.(here);
});
