import { useEffect, useState } from 'react';
import { serverNowMs } from '../data/liveState.ts';

/** The server's present, every second while `active`. */
export function useSecond(active: boolean): number {
  const [now, setNow] = useState(serverNowMs);
  useEffect(() => {
    if (!active) return;
    const tick = () => setNow(serverNowMs());
    tick();
    const timer = setInterval(tick, 1_000);
    return () => clearInterval(timer);
  }, [active]);
  return now;
}

/** `01:24`, and `1:02:03` beyond an hour. */
export function minutesAndSeconds(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const text = `${String(m).padStart(2, '0')}:${String(s).padStart(2, '0')}`;
  return h > 0 ? `${h}:${text}` : text;
}
