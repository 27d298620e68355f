import type { SignedIn } from './signedIn.ts';

/** The sessions asked about a moment ago, by the hash of their token, so that not every request reads the store. */
export type KnownSessions = {
  /** Null: signed out here, whatever a read that was under way still says. Undefined: to be read. */
  find(hash: string): SignedIn | null | undefined;
  /** Whether somebody was signed in by it when it was last asked about, however long ago. */
  knows(hash: string): boolean;
  keep(hash: string, signedIn: SignedIn): void;
  end(hash: string): void;
  /** What is remembered of a person's rights is asked again: they have changed. */
  forgetPerson(personId: string): void;
};

/** How long a session may be answered for from memory; ending it in this process takes effect at once. */
const trustMs = 5_000;
const mostKnown = 20_000;

export function openKnownSessions(): KnownSessions {
  const known = new Map<string, { until: number; signedIn: SignedIn | null }>();
  return {
    find(hash) {
      const held = known.get(hash);
      return held && held.until > performance.now() ? held.signedIn : undefined;
    },
    knows: (hash) => Boolean(known.get(hash)?.signedIn),
    keep(hash, signedIn) {
      if (known.size > mostKnown) known.clear();
      known.set(hash, { until: performance.now() + trustMs, signedIn });
    },
    end: (hash) => void known.set(hash, { until: Number.POSITIVE_INFINITY, signedIn: null }),
    forgetPerson(personId) {
      for (const [hash, held] of known) if (held.signedIn?.person.id === personId) known.delete(hash);
    },
  };
}
