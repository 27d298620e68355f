import { readHead } from '@hotline/db/cases/events';
import { behindSince, readFollower } from '@hotline/db/store/followers';
import type { Db } from '@hotline/db/store/open';

/** How far a follower is behind the log. `since`: when the first thing it does not know was recorded. */
export type Lag = { behind: number; since: string | null; filling: boolean };

export async function lagOf(db: Db, name: string): Promise<Lag> {
  const [follower, head] = [await readFollower(db, name), await readHead(db)];
  if (!follower) return { behind: head.seq, since: await behindSince(db, 0), filling: true };
  const behind = head.seq - follower.seq;
  return {
    behind,
    since: behind > 0 ? await behindSince(db, follower.seq) : null,
    filling: follower.filledTo !== null,
  };
}
