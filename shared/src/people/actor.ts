export const roles = [
  'agent',
  'dispatcher',
  'reviewer',
  'callbackAgent',
  'supervisor',
  'manager',
  'handler',
  'departmentHead',
  'administrator',
  'auditor',
] as const;
export type Role = (typeof roles)[number];

/** A role within a scope: the organisation at `path` and everything below it. Paths end in a dot: `fz.water.`. */
export type Grant = { readonly role: Role; readonly path: string };

/** Who acts. `system` is the clock; `citizen` holds one appeal by number and query code. */
export type Actor =
  | { readonly type: 'person'; readonly id: string; readonly name: string; readonly grants: readonly Grant[] }
  | { readonly type: 'citizen'; readonly id: string; readonly appealId: string }
  | { readonly type: 'system'; readonly id: 'system' };

export const system: Actor = { type: 'system', id: 'system' };

/** `path` is `scope` itself or lies below it. */
export const within = (path: string, scope: string) => path.startsWith(scope);

/** Does the actor hold one of `wanted` over the organisation at `path`? */
export const holds = (actor: Actor, wanted: readonly Role[], path: string): boolean =>
  actor.type === 'person' && actor.grants.some((g) => wanted.includes(g.role) && within(path, g.path));
