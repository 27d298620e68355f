import * as Type from 'typebox';
import { roles } from '../people/actor.ts';
import { Password } from '../people/password.ts';
import { Id, Instant, object, oneOf, orNull } from '../schema.ts';
import { none, route } from './route.ts';

export const Grant = object({ role: oneOf(roles), path: Type.String() });
const Person = object({
  id: Id,
  username: Type.String(),
  name: Type.String(),
  grants: Type.Array(Grant),
  departments: Type.Array(Id),
});
/** `mustChangePassword`: somebody else knows it; nothing but changing it is open. */
const Session = object({
  person: Person,
  scopeVersion: Type.Integer(),
  mustChangePassword: Type.Boolean(),
  demo: Type.Boolean(),
});

/** So many things that were begun and not sent a person may keep; one more is refused, and none dropped for it. */
export const mostDrafts = 100;
const Draft = object({ key: Id, body: Type.Unknown(), savedAt: Instant });

/** Signing in, and what a person has begun to write. */
export const sessionRoutes = {
  signIn: route({
    method: 'POST',
    path: '/api/session',
    summary: 'Sign in',
    body: object({
      username: Type.String({ minLength: 1, maxLength: 64 }),
      password: Password,
      totp: Type.Optional(Type.String({ maxLength: 8 })),
    }),
    answer: Session,
  }),
  session: route({ method: 'GET', path: '/api/session', summary: 'Who am I', answer: Session }),
  signOut: route({ method: 'DELETE', path: '/api/session', summary: 'Sign out', answer: none, status: 204 }),
  drafts: route({
    method: 'GET',
    path: '/api/drafts',
    summary: 'My drafts, the last one first',
    answer: object({ items: Type.Array(Draft) }),
  }),
  getDraft: route({
    method: 'GET',
    path: '/api/drafts/:key',
    summary: 'A draft of mine; null: there is none, as for every form nothing was left in',
    params: object({ key: Id }),
    answer: object({ draft: orNull(Draft) }),
  }),
  putDraft: route({
    method: 'PUT',
    path: '/api/drafts/:key',
    summary: `Save a draft, one of at most ${mostDrafts}`,
    params: object({ key: Id }),
    /**
     * A text of its own is kept as it came: it may be JSON. `base`: when the draft was saved that this one was made from, null:
     * from none. Another one that stands there is kept aside under a key of its own (`aside`), not written over unseen; without
     * `base` it is written over.
     */
    body: object({ body: Type.Unknown({ verbatim: true }), base: Type.Optional(orNull(Instant)) }),
    answer: object({ key: Id, savedAt: Instant, aside: orNull(Id) }),
  }),
  deleteDraft: route({
    method: 'DELETE',
    path: '/api/drafts/:key',
    summary: 'Drop a draft',
    params: object({ key: Id }),
    answer: none,
    status: 204,
  }),
} as const;
