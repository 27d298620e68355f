import type { KnownPerson } from '@hotline/db/people/people';
import type { Actor } from '@hotline/shared/people/actor';

/** Who is behind a request, and by what. */
export type SignedIn = {
  person: KnownPerson;
  actor: Extract<Actor, { type: 'person' }>;
  /** Of the session; null for a machine's key. */
  tokenHash: string | null;
  /** Of the session or the key: whatever must go on standing. */
  credential: string;
};
