import { serverNowMs } from '../data/liveState.ts';
import { computerStore } from '../data/personStore.ts';
import { useTickets } from '../data/tickets.ts';

const everyMs = 20_000;
const useTick = computerStore(() => ({ ms: serverNowMs() }));
// One timer for the page. A tab that slept asks the clock again when it wakes, it does not count ticks.
setInterval(tick, everyMs);
document.addEventListener('visibilitychange', tick);

/** The server's present, in milliseconds, refreshed every twenty seconds. */
export const useNow = () => useTick((s) => s.ms);

/**
 * What has just come may have begun after the last tick, and would seem to have more left than it ever had: it is told by
 * the time it came at.
 */
useTickets.subscribe(() => {
  if (serverNowMs() - useTick.getState().ms >= 1_000) tick();
});

function tick(): void {
  useTick.setState({ ms: serverNowMs() });
}
