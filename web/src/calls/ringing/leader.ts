import { personStore } from '../../data/personStore.ts';

/** Whether this tab is the one of the agent's tabs that rings and opens forms: the one last worked in. */
export const useLeader = personStore<{ leads: boolean }>(() => ({ leads: false }));

const lockName = 'hotline.calls';
/** That somebody works in this tab. */
const signs = ['focus', 'pointerdown', 'keydown'] as const;

/** Takes part in the choice of the leading tab; returns how to stop. Without Web Locks every tab leads. */
export function standForLeader(): () => void {
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) {
    useLeader.setState({ leads: true });
    return () => useLeader.setState({ leads: false });
  }
  let release: () => void = () => undefined;
  /** Whichever of this tab's requests is asked or holds now: an older one that ends says nothing any more. */
  let turn = 0;
  let isStopped = false;

  const request = (options: LockOptions) => {
    const mine = ++turn;
    const lead = () =>
      new Promise<void>((done) => {
        if (mine !== turn || isStopped) return done();
        useLeader.setState({ leads: true });
        release = done;
      });
    locks
      .request(lockName, options, lead)
      .catch(() => undefined)
      .finally(() => {
        if (mine !== turn || isStopped) return;
        // Another tab is worked in now; this one is next in line, for when that one is closed.
        useLeader.setState({ leads: false });
        request({});
      });
  };
  const take = () => {
    if (!useLeader.getState().leads) request({ steal: true });
  };
  if (document.hasFocus()) take();
  else request({});
  for (const sign of signs) window.addEventListener(sign, take, true);
  return () => {
    isStopped = true;
    for (const sign of signs) window.removeEventListener(sign, take, true);
    release();
    useLeader.setState({ leads: false });
  };
}
