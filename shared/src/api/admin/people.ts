import * as Type from 'typebox';
import { PersonName, Username } from '../../people/account.ts';
import { Password } from '../../people/password.ts';
import { Id, Instant, OrganisationPath, object, orNull } from '../../schema.ts';
import { FilterWords } from '../../search/sought.ts';
import { byId, route } from '../route.ts';
import { Grant } from '../session.ts';

const Grants = Type.Array(object({ ...Grant.properties, path: OrganisationPath }), {
  minItems: 1,
  maxItems: 200,
});
export const StaffMember = object({
  id: Id,
  username: Type.String(),
  name: Type.String(),
  grants: Type.Array(Grant),
  scopeVersion: Type.Integer(),
  createdAt: Instant,
  disabledAt: orNull(Instant),
  lockedUntil: orNull(Instant),
  lastSeenAt: orNull(Instant),
});
export type StaffMember = Type.Static<typeof StaffMember>;

/** 人员与权限: a matrix of role and scope for each person. Nobody is deleted; who leaves is disabled. */
export const peopleRoutes = {
  people: route({
    method: 'GET',
    path: '/api/admin/people',
    summary: 'People within my scope',
    query: object({
      q: Type.Optional(FilterWords),
      cursor: Type.Optional(Type.String({ maxLength: 200 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    }),
    answer: object({ items: Type.Array(StaffMember), nextCursor: orNull(Type.String()) }),
  }),
  addPerson: route({
    method: 'POST',
    path: '/api/admin/people',
    summary: 'Add a person',
    body: object({ username: Username, name: PersonName, password: Password, grants: Grants }),
    answer: StaffMember,
    status: 201,
  }),
  setGrants: route({
    method: 'PUT',
    path: '/api/admin/people/:id/grants',
    summary: 'Change what a person may do; his open consoles end',
    params: byId,
    body: object({ scopeVersion: Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1 }), grants: Grants }),
    answer: StaffMember,
  }),
  disablePerson: route({
    method: 'POST',
    path: '/api/admin/people/:id/disable',
    summary: 'Disable an account; its sessions end',
    params: byId,
    answer: StaffMember,
  }),
  enablePerson: route({
    method: 'POST',
    path: '/api/admin/people/:id/enable',
    summary: 'Enable an account again, and unlock it',
    params: byId,
    answer: StaffMember,
  }),
  resetPassword: route({
    method: 'POST',
    path: '/api/admin/people/:id/password',
    summary: 'Give a new password; sessions end, a lock is lifted',
    params: byId,
    body: object({ password: Password }),
    answer: StaffMember,
  }),
} as const;
