import type { Grant } from '@hotline/shared/people/actor';
import type { Db, Tx } from '../store/open.ts';
import { insertRow } from '../store/rows.ts';
import { below } from '../store/scope.ts';
import { grantsOf } from './people.ts';

/** People with a grant at or below one of `paths`, by username; `q` is part of a name or username. */
export async function listStaff(
  db: Db,
  paths: readonly string[],
  options: { q: string | undefined; after: string | undefined; limit: number },
) {
  let query = db
    .selectFrom('person')
    .select((eb) => [
      'person.id',
      'person.username',
      'person.name',
      'person.scopeVersion',
      'person.createdAt',
      'person.disabledAt',
      'person.lockedUntil',
      eb
        .selectFrom('session')
        .select((s) => s.fn.max('session.seenAt').as('at'))
        .whereRef('session.personId', '=', 'person.id')
        .as('lastSeenAt'),
    ])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('roleGrant')
          .select('roleGrant.n')
          .whereRef('roleGrant.personId', '=', 'person.id')
          .where((g) => g.or(paths.map((p) => g.and([g('path', '>=', p), g('path', '<', below(p))])))),
      ),
    );
  if (options.q) {
    const part = `%${options.q.replace(/[%_\\]/g, '')}%`;
    query = query.where((eb) =>
      eb.or([eb(eb.fn('lower', ['person.username']), 'like', part.toLowerCase()), eb('person.name', 'like', part)]),
    );
  }
  if (options.after) query = query.where('person.username', '>', options.after);
  const people = await query.orderBy('person.username').limit(options.limit).execute();
  const grants = await grantsOf(
    db,
    people.map((p) => p.id),
  );
  return people.map((p) => ({ ...p, grants: grants.get(p.id) ?? [] }));
}

/** Puts these grants in place of a person's and ends what rests on the old ones. */
export async function replaceGrants(tx: Tx, personId: string, grants: readonly Grant[], at: string): Promise<number> {
  const { scopeVersion } = await tx
    .updateTable('person')
    .set((eb) => ({ scopeVersion: eb('scopeVersion', '+', 1) }))
    .where('id', '=', personId)
    .returning('scopeVersion')
    .executeTakeFirstOrThrow();
  await tx.deleteFrom('roleGrant').where('personId', '=', personId).execute();
  for (const [i, { role, path }] of grants.entries())
    await insertRow(tx, 'roleGrant', {
      id: `${personId}-v${scopeVersion}-g${i + 1}`,
      personId,
      role,
      path,
      grantedAt: at,
    });
  return scopeVersion;
}

export const setDisabled = (tx: Tx, personId: string, disabledAt: string | null) =>
  tx
    .updateTable('person')
    .set({ disabledAt, ...(disabledAt === null ? { failedSignIns: 0, lockedUntil: null } : {}) })
    .where('id', '=', personId)
    .execute();

/** `resetAt`: when somebody else gave it; null: the person chose it. */
export const setPassword = (tx: Tx, personId: string, passwordHash: string, resetAt: string | null) =>
  tx
    .updateTable('person')
    // With a password of its own an account of the demo city is one like any other.
    .set({ passwordHash, passwordResetAt: resetAt, failedSignIns: 0, lockedUntil: null, demoAt: null })
    .where('id', '=', personId)
    .execute();

/** All but `kept`, the one in which it is asked for. */
export const endSessionsOf = (tx: Tx, personId: string, at: string, kept = '') =>
  tx
    .updateTable('session')
    .set({ endedAt: at })
    .where('personId', '=', personId)
    .where('tokenHash', '<>', kept)
    .where('endedAt', 'is', null)
    .execute();

/** Where somebody who can sign in administers. */
export const administeredPaths = async (db: Db): Promise<{ personId: string; path: string }[]> =>
  db
    .selectFrom('roleGrant')
    .innerJoin('person', 'person.id', 'roleGrant.personId')
    .select(['roleGrant.personId', 'roleGrant.path'])
    .where('roleGrant.role', '=', 'administrator')
    .where('person.disabledAt', 'is', null)
    .execute();

export const countStaff = async (db: Db, path: string): Promise<number> => {
  const row = await db
    .selectFrom('roleGrant')
    .innerJoin('person', 'person.id', 'roleGrant.personId')
    .select((eb) => eb.fn.count<number>('roleGrant.personId').distinct().as('count'))
    .where('roleGrant.path', '>=', path)
    .where('roleGrant.path', '<', below(path))
    .where('person.disabledAt', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
};
