const lockName = 'hotline.calls';

/** How tabs settle who leads: `take` when somebody works in this one. */
export type Contest = { readonly take: () => void; readonly stop: () => void };

/** Whoever holds the lock leads; the others wait in line for it, for when that tab is closed. */
export function leadByLock(locks: LockManager, lead: (leads: boolean) => void): Contest {
  let release: () => void = () => undefined;
  /** Whichever of this tab's requests is asked or holds now: an older one that ends says nothing any more. */
  let turn = 0;
  let isStopped = false;

  const request = (options: LockOptions) => {
    const mine = ++turn;
    const hold = () =>
      new Promise<void>((done) => {
        if (mine !== turn || isStopped) return done();
        lead(true);
        release = done;
      });
    locks
      .request(lockName, options, hold)
      .catch(() => undefined)
      .finally(() => {
        if (mine !== turn || isStopped) return;
        // Another tab is worked in now; this one is next in line.
        lead(false);
        request({});
      });
  };
  request({});
  return {
    take: () => request({ steal: true }),
    stop: () => {
      isStopped = true;
      release();
    },
  };
}
