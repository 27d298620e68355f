import { insertPerson, type KnownPerson, personById, personByUsername } from '@hotline/db/people/people';
import { administeredPaths, endSessionsOf, replaceGrants, setDisabled, setPassword } from '@hotline/db/people/staff';
import type { Tx } from '@hotline/db/store/open';
import type { StaffMember } from '@hotline/shared/api/admin/people';
import type { Grant } from '@hotline/shared/people/actor';
import { passwordFlaw } from '@hotline/shared/people/password';
import { Refusal } from '@hotline/shared/refusal';
import type { Hotline } from '../app/hotline.ts';
import { newId } from '../app/ids.ts';
import { hashPassword } from '../sessions/password.ts';
import { administer, type By, isWithin } from './administration.ts';
import { checkGrants, refuseOrphans } from './grants.ts';

// What the administrators' pages and the command line do to people: the same functions, audited alike.

type NewPerson = { username: string; name: string; password: string; grants: readonly Grant[] };

/** @throws Refusal invalid, forbidden, conflict (the username is taken) */
export async function addPerson(hotline: Hotline, by: By, input: NewPerson): Promise<StaffMember> {
  checkGrants(hotline.catalog.directory(), by, input.grants);
  refuseWeak(input.password, input.username);
  const passwordHash = await hashPassword(input.password);
  return administer(hotline, by, null, async (tx, at) => {
    if (await personByUsername(tx, input.username))
      throw new Refusal('conflict', `用户名「${input.username}」已有人使用，请换一个。`, { username: input.username });
    const person = {
      id: newId(),
      username: input.username,
      name: input.name,
      passwordHash,
      passwordResetAt: knownTo(by, at),
      demoAt: null,
      createdAt: at,
    };
    const added = await insertPerson(tx, person, input.grants);
    return {
      result: shown(added),
      done: { act: 'addPerson', subjectId: person.id, purpose: inWords(input.grants) },
    };
  });
}

/** The person's consoles end and come back with the new rights. @throws Refusal stale, forbidden, conflict */
export async function setGrants(
  hotline: Hotline,
  by: By,
  id: string,
  scopeVersion: number,
  grants: readonly Grant[],
): Promise<StaffMember> {
  const directory = hotline.catalog.directory();
  checkGrants(directory, by, grants);
  const person = await administer(hotline, by, null, async (tx, at) => {
    const before = await mine(tx, by, id);
    if (before.scopeVersion !== scopeVersion)
      throw new Refusal('stale', '该人员的权限刚被他人更改，请刷新后重新设置。', { scopeVersion: before.scopeVersion });
    if (by.personId === id && !keepsOwn(before.grants, grants))
      throw new Refusal('conflict', '不能取消自己的系统管理员权限，请由其他管理员操作。');
    const administrators = await administeredPaths(tx);
    await replaceGrants(tx, id, grants, at);
    refuseOrphans(directory, administrators, await administeredPaths(tx));
    const after = await mine(tx, by, id);
    const purpose = `${inWords(before.grants)} → ${inWords(after.grants)}`;
    return { result: shown(after), done: { act: 'setGrants', subjectId: id, purpose } };
  });
  hotline.sessions.forgetPerson(id);
  return person;
}

/** @throws Refusal conflict for oneself, and for a centre's last administrator */
export async function disablePerson(hotline: Hotline, by: By, id: string): Promise<StaffMember> {
  if (by.personId === id) throw new Refusal('conflict', '不能停用自己的账号，请由其他管理员操作。');
  const directory = hotline.catalog.directory();
  const person = await administer(hotline, by, null, async (tx, at) => {
    const before = await mine(tx, by, id);
    if (before.disabledAt !== null) throw new Refusal('wrongStatus', '该账号已停用。');
    const administrators = await administeredPaths(tx);
    await setDisabled(tx, id, at);
    await endSessionsOf(tx, id, at);
    refuseOrphans(directory, administrators, await administeredPaths(tx));
    return {
      result: shown({ ...before, disabledAt: at }),
      done: { act: 'disablePerson', subjectId: id, purpose: null },
    };
  });
  hotline.sessions.forgetPerson(id);
  return person;
}

export const enablePerson = (hotline: Hotline, by: By, id: string): Promise<StaffMember> =>
  administer(hotline, by, null, async (tx) => {
    const before = await mine(tx, by, id);
    await setDisabled(tx, id, null);
    return {
      result: shown({ ...before, disabledAt: null, lockedUntil: null }),
      done: { act: 'enablePerson', subjectId: id, purpose: null },
    };
  });

/** Ends the person's sessions and lifts a lock. @throws Refusal invalid: a weak password */
export async function resetPassword(hotline: Hotline, by: By, id: string, password: string): Promise<StaffMember> {
  const known = await personById(hotline.store.reader, id);
  refuseWeak(password, known?.username ?? '');
  const passwordHash = await hashPassword(password);
  const person = await administer(hotline, by, null, async (tx, at) => {
    const before = await mine(tx, by, id);
    await setPassword(tx, id, passwordHash, by.personId === id ? null : at);
    await endSessionsOf(tx, id, at);
    return {
      result: shown({ ...before, lockedUntil: null }),
      done: { act: 'resetPassword', subjectId: id, purpose: null },
    };
  });
  hotline.sessions.forgetPerson(id);
  return person;
}

/** Whoever administers at a page gives the password by word of mouth; at the command line people may set their own. */
const knownTo = (by: By, at: string) => (by.personId === 'system' ? null : at);

/** Who has nothing within my scope does not exist for me; who has something beyond it is not mine to change. */
async function mine(tx: Tx, by: By, id: string): Promise<KnownPerson> {
  const person = await personById(tx, id);
  if (!person?.grants.some((g) => isWithin(by, g.path))) throw new Refusal('notFound', '没有这个人员，或您无权管理。');
  if (!person.grants.every((g) => isWithin(by, g.path)))
    throw new Refusal('forbidden', '该人员还有您管理范围以外的权限，请由上级管理员操作。');
  return person;
}

const keepsOwn = (before: readonly Grant[], after: readonly Grant[]) =>
  before
    .filter((g) => g.role === 'administrator')
    .every((g) => after.some((a) => a.role === 'administrator' && a.path === g.path));

function refuseWeak(password: string, username: string): void {
  const flaw = passwordFlaw(password, username);
  if (flaw) throw new Refusal('invalid', flaw, [{ path: '/password', message: flaw }]);
}

const inWords = (grants: readonly Grant[]) => grants.map((g) => `${g.role}@${g.path}`).join('、');

const shown = (p: KnownPerson): StaffMember => ({
  id: p.id,
  username: p.username,
  name: p.name,
  grants: p.grants.map(({ role, path }) => ({ role, path })),
  scopeVersion: p.scopeVersion,
  createdAt: p.createdAt,
  disabledAt: p.disabledAt,
  lockedUntil: p.lockedUntil,
  lastSeenAt: null,
});
