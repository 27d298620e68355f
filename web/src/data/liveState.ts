import { computerStore } from './personStore.ts';

/** `offline`: several attempts failed, or the computer has no network. Rows stay on show in every state. */
export type LiveState = 'online' | 'connecting' | 'offline';
type Live = {
  state: LiveState;
  /** When the state began, Unix milliseconds. */
  sinceMs: number;
  /** Server clock minus this computer's, so that countdowns do not depend on a wrong local clock. */
  offsetMs: number;
};

export const useLive = computerStore<Live>(() => ({ state: 'connecting', sinceMs: Date.now(), offsetMs: 0 }));

export function setLiveState(state: LiveState): void {
  if (useLive.getState().state !== state) useLive.setState({ state, sinceMs: Date.now() });
}

export function heardServerClock(now: string): void {
  const offsetMs = Date.parse(now) - Date.now();
  // Half a second of network delay is no reason to draw everything again.
  if (Math.abs(offsetMs - useLive.getState().offsetMs) > 500) useLive.setState({ offsetMs });
}

export const serverNowMs = () => Date.now() + useLive.getState().offsetMs;

/** Calls whenever the line is back after it was down; returns how to stop. */
export const onBack = (listener: () => void) =>
  useLive.subscribe(({ state }, before) => {
    if (state === 'online' && before.state !== 'online') listener();
  });
