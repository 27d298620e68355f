import { randomBytes } from 'node:crypto';
import { insertPerson } from '@hotline/db/people/people';
import type { Tx } from '@hotline/db/store/open';
import { insertRow } from '@hotline/db/store/rows';
import { Refusal } from '@hotline/shared/refusal';
import type { Instant } from '@hotline/shared/time/instant';
import { foundCentreIn } from '../admin/centres/found.ts';
import { newId } from '../app/ids.ts';
import { hashPassword } from '../sessions/password.ts';
import { type Plan, planOf } from './plan.ts';
import { type Flaw, readRows } from './readPlan.ts';

/** Who got in with which first password, told this once: only its hash is kept. */
export type FirstPassword = { readonly username: string; readonly name: string; readonly password: string };
type Prepared = {
  readonly plan: Plan;
  readonly hashes: ReadonlyMap<string, string>;
  readonly passwords: FirstPassword[];
};

/** What a workbook would found, and everything that is wrong with it. @throws Refusal where it is no workbook */
export async function readPlan(file: string): Promise<{ plan: Plan; flaws: Flaw[] }> {
  const { rows, flaws } = await readRows(file);
  const { plan, flaws: more } = planOf(rows);
  // An empty cell is told once.
  const told = new Set(flaws.map((f) => `${f.sheet} ${f.row} ${f.column}`));
  return { plan, flaws: [...flaws, ...more.filter((f) => !told.has(`${f.sheet} ${f.row} ${f.column}`))] };
}

/** Hashes take time and chance, so they are made before the transaction. */
export async function prepared(plan: Plan): Promise<Prepared> {
  const passwords = plan.people.map((p) => ({
    ...{ username: p.username, name: p.name },
    password: p.password ?? randomBytes(12).toString('base64url'),
  }));
  const hashes = new Map<string, string>();
  for (const { username, password } of passwords) hashes.set(username, await hashPassword(password));
  return { plan, hashes, passwords };
}

/** Founds everything of the plan, or nothing. @throws Refusal conflict where the centre or a username is there already */
export async function install(tx: Tx, { plan, hashes }: Prepared, at: Instant): Promise<void> {
  const usernames = plan.people.map((p) => p.username);
  const taken = await tx.selectFrom('person').select('username').where('username', 'in', usernames).execute();
  if (taken.length > 0)
    throw new Refusal('conflict', `用户名「${taken.map((p) => p.username).join('、')}」已有人使用，请换一个。`);
  await foundCentreIn(tx, plan.centre, at, { regions: plan.regions, categories: plan.categories });
  for (const { requiresApproval, ...d } of plan.departments)
    await insertRow(tx, 'department', {
      ...{ ...d, centreId: plan.centre.id, createdAt: at, retiredAt: null },
      requiresApproval: requiresApproval ? at : null,
    });
  for (const p of plan.people)
    await insertPerson(
      tx,
      {
        ...{ id: newId(), username: p.username, name: p.name, passwordHash: hashes.get(p.username) ?? '' },
        // Whoever installs knows it: the person chooses another at the first sign-in.
        ...{ passwordResetAt: at, createdAt: at, demoAt: null },
      },
      p.grants,
    );
}
