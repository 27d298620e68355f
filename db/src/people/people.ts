import type { AuditAct } from '@hotline/shared/api/admin/audit';
import type { Grant } from '@hotline/shared/people/actor';
import type { Db, Tx } from '../store/open.ts';
import type { PersonRow } from '../store/organisationRows.ts';
import { insertRow } from '../store/rows.ts';

export type KnownPerson = PersonRow & { grants: Grant[] };

async function withGrants(db: Db, person: PersonRow | undefined): Promise<KnownPerson | null> {
  if (!person) return null;
  const grants = await db
    .selectFrom('roleGrant')
    .select(['role', 'path'])
    .where('personId', '=', person.id)
    .orderBy('n')
    .execute();
  return { ...person, grants };
}

export async function grantsOf(db: Db, personIds: readonly string[]): Promise<Map<string, Grant[]>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('roleGrant')
    .select(['personId', 'role', 'path'])
    .where('personId', 'in', personIds)
    .orderBy('n')
    .execute();
  const byPerson = Map.groupBy(rows, (row) => row.personId);
  return new Map([...byPerson].map(([id, list]) => [id, list.map(({ role, path }) => ({ role, path }))]));
}

export const personByUsername = async (db: Db, username: string) =>
  withGrants(db, await db.selectFrom('person').selectAll().where('username', '=', username).executeTakeFirst());

export const personById = async (db: Db, id: string) =>
  withGrants(db, await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst());

/** Who can sign in and has a grant over exactly one of these organisations, by name. */
export async function peopleHolding(db: Db, paths: readonly string[]): Promise<KnownPerson[]> {
  const found = await db
    .selectFrom('person')
    .selectAll()
    .where('disabledAt', 'is', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('roleGrant')
          .select('roleGrant.n')
          .whereRef('roleGrant.personId', '=', 'person.id')
          .where('roleGrant.path', 'in', [...paths]),
      ),
    )
    .orderBy('name')
    .execute();
  const grants = await grantsOf(
    db,
    found.map(({ id }) => id),
  );
  return found.map((person) => ({ ...person, grants: grants.get(person.id) ?? [] }));
}

/** Names of these people, by id. */
export async function namesOf(db: Db, ids: readonly string[]): Promise<Record<string, string>> {
  if (ids.length === 0) return {};
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return Object.fromEntries(rows.map((r) => [r.id, r.name]));
}

export const demoPeople = (db: Db) =>
  db
    .selectFrom('person')
    .innerJoin('roleGrant', 'roleGrant.personId', 'person.id')
    .select(['person.username', 'person.name', 'roleGrant.role', 'roleGrant.path'])
    .where('person.demoAt', 'is not', null)
    .where('person.disabledAt', 'is', null)
    .orderBy('person.n')
    .execute();

/** How everybody begins: may sign in, and nobody has tried. */
const asNew = {
  totpSecret: null,
  scopeVersion: 1,
  failedSignIns: 0,
  lockedUntil: null,
  disabledAt: null,
  passwordResetAt: null,
};
type NewPerson = Omit<PersonRow, keyof typeof asNew> & Partial<Pick<PersonRow, 'passwordResetAt'>>;

export const insertPerson = async (tx: Tx, given: NewPerson, grants: readonly Grant[]): Promise<KnownPerson> => {
  const person = { ...asNew, ...given };
  await insertRow(tx, 'person', person);
  for (const [i, g] of grants.entries()) {
    await insertRow(tx, 'roleGrant', {
      id: `${person.id}-g${i + 1}`,
      personId: person.id,
      role: g.role,
      path: g.path,
      grantedAt: person.createdAt,
    });
  }
  return { ...person, grants: [...grants] };
};

export const setSignInState = (tx: Tx, id: string, failedSignIns: number, lockedUntil: string | null) =>
  tx.updateTable('person').set({ failedSignIns, lockedUntil }).where('id', '=', id).execute();

export const insertSession = (
  tx: Tx,
  s: { tokenHash: string; personId: string; createdAt: string; seenAt: string; expiresAt: string },
) => insertRow(tx, 'session', { ...s, endedAt: null });

/** The person of a live session. */
export const sessionPerson = async (db: Db, tokenHash: string, now: string) => {
  const row = await db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.personId')
    .selectAll('person')
    .select(['session.expiresAt', 'session.seenAt'])
    .where('session.tokenHash', '=', tokenHash)
    .where('session.endedAt', 'is', null)
    .where('session.expiresAt', '>', now)
    .where('person.disabledAt', 'is', null)
    .executeTakeFirst();
  return row ? withGrants(db, row) : null;
};

export const keyPerson = async (db: Db, keyHash: string) => {
  const row = await db
    .selectFrom('apiKey')
    .innerJoin('person', 'person.id', 'apiKey.personId')
    .selectAll('person')
    .where('apiKey.keyHash', '=', keyHash)
    .where('apiKey.revokedAt', 'is', null)
    .where('person.disabledAt', 'is', null)
    .executeTakeFirst();
  return withGrants(db, row);
};

/** Which of these sessions and keys still stand, with the version of their person's rights now. */
export const standing = async (db: Db, hashes: readonly string[], now: string): Promise<Map<string, number>> => {
  if (hashes.length === 0) return new Map();
  const rows = await db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.personId')
    .select(['session.tokenHash as hash', 'person.scopeVersion'])
    .where('session.tokenHash', 'in', hashes)
    .where('session.endedAt', 'is', null)
    .where('session.expiresAt', '>', now)
    .where('person.disabledAt', 'is', null)
    .unionAll(
      db
        .selectFrom('apiKey')
        .innerJoin('person', 'person.id', 'apiKey.personId')
        .select(['apiKey.keyHash as hash', 'person.scopeVersion'])
        .where('apiKey.keyHash', 'in', hashes)
        .where('apiKey.revokedAt', 'is', null)
        .where('person.disabledAt', 'is', null),
    )
    .execute();
  return new Map(rows.map((row) => [row.hash, row.scopeVersion]));
};

export const endSession = (tx: Tx, tokenHash: string, at: string) =>
  tx
    .updateTable('session')
    .set({ endedAt: at })
    .where('tokenHash', '=', tokenHash)
    .where('endedAt', 'is', null)
    .execute();

/** An audited look at what is masked by default. */
export const audit = (
  tx: Tx,
  row: { at: string; personId: string; act: AuditAct; subjectId: string; purpose: string | null },
) => tx.insertInto('audit').values(row).execute();
