import { create } from 'zustand';

/** Whether this tab is the one of the agent's tabs that rings and opens forms: the one last worked in. */
export const useLeader = create<{ leads: boolean }>(() => ({ leads: false }));

const lockName = 'hotline.calls';

/** Takes part in the choice of the leading tab; returns how to stop. Without Web Locks every tab leads. */
export function standForLeader(): () => void {
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) {
    useLeader.setState({ leads: true });
    return () => useLeader.setState({ leads: false });
  }
  let release: () => void = () => undefined;
  let isStopped = false;
  const hold = () => {
    useLeader.setState({ leads: true });
    return new Promise<void>((done) => {
      release = done;
    });
  };
  const wait = () => {
    if (isStopped) return;
    locks
      .request(lockName, hold)
      // Another tab, in which the agent now works, took it: wait until that one is closed.
      .catch(() => undefined)
      .finally(() => {
        useLeader.setState({ leads: false });
        if (!isStopped) setTimeout(wait, 0);
      });
  };
  const take = () => {
    if (useLeader.getState().leads || isStopped) return;
    locks
      .request(lockName, { steal: true }, hold)
      .catch(() => undefined)
      .finally(() => {
        useLeader.setState({ leads: false });
        if (!isStopped) setTimeout(wait, 0);
      });
  };
  wait();
  window.addEventListener('focus', take);
  return () => {
    isStopped = true;
    window.removeEventListener('focus', take);
    release();
  };
}
