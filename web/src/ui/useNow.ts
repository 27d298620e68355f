import { serverNowMs } from '../data/liveState.ts';
import { computerStore } from '../data/personStore.ts';

const everyMs = 20_000;
const useTick = computerStore(() => ({ ms: serverNowMs() }));
// One timer for the page. A tab that slept asks the clock again when it wakes, it does not count ticks.
setInterval(tick, everyMs);
document.addEventListener('visibilitychange', tick);

/** The server's present, in milliseconds, refreshed every twenty seconds. */
export const useNow = () => useTick((s) => s.ms);

function tick(): void {
  useTick.setState({ ms: serverNowMs() });
}
