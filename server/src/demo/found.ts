import { insertPerson } from '@hotline/db/people/people';
import { insertPhrase } from '@hotline/db/people/phrases';
import type { Store, Tx } from '@hotline/db/store/open';
import { insertRow } from '@hotline/db/store/rows';
import { saveSeat } from '@hotline/db/telephony/seats';
import { insertTelephonyToken } from '@hotline/db/telephony/telephonyTokens';
import { categories, convenienceCategoryIds } from '@hotline/shared/catalog/categories';
import { regions } from '@hotline/shared/catalog/regions';
import type { Grant } from '@hotline/shared/people/actor';
import { defaultRules } from '@hotline/shared/time/rules/defaultRules';
import { insertFirstVersions } from '../admin/centres/firstVersions.ts';
import { demoPassword, demoTelephonyToken } from '../sessions/demo.ts';
import { hashPassword, tokenHash } from '../sessions/password.ts';
import { insertDemoArticles } from './articles.ts';
import { centre, departments } from './city/city.ts';
import { demoPhrases } from './phrases.ts';

export const centrePath = 'fz.';

/** Paths of the demo departments, by code: `fz.water.`, `fz.water.water-01.`. */
export const departmentPaths: ReadonlyMap<string, string> = departments.reduce(
  (paths, d) => paths.set(d.code, `${d.parentCode ? paths.get(d.parentCode) : centrePath}${d.code}.`),
  new Map<string, string>(),
);

/** Founds the demo city: centre, departments, people, catalog, calendar and rules. Tickets come through the verbs later. */
export async function foundCity(store: Store, at: string): Promise<void> {
  const passwordHash = await hashPassword(demoPassword);
  await store.writer.transaction().execute(async (tx) => {
    const id = centre.code;
    await insertRow(tx, 'centre', {
      id,
      path: centrePath,
      name: centre.name,
      regionCode: centre.regionCode,
      areaCode: centre.areaCode,
      utcOffsetMinutes: 480,
      revision: 1,
      createdAt: at,
    });
    for (const d of departments) {
      await insertRow(tx, 'department', {
        id: d.code,
        centreId: id,
        parentId: d.parentCode,
        path: departmentPaths.get(d.code) ?? '',
        name: d.name,
        shortName: d.shortName,
        phone: d.phone,
        duties: d.duties,
        requiresApproval: d.requiresApproval ? at : null,
        createdAt: at,
        retiredAt: null,
      });
    }
    for (const c of categories) {
      await insertRow(tx, 'category', {
        id: c.id,
        centreId: id,
        parentId: c.parentId,
        name: c.name,
        level: c.level,
        retiredAt: null,
      });
    }
    for (const r of regions) await insertRow(tx, 'region', { code: r.code, parentCode: r.parentCode, name: r.name });
    await insertFirstVersions(tx, id, defaultRules([...convenienceCategoryIds]), at);
    await insertDemoArticles(tx, id, at);
    for (const person of people()) await addPerson(tx, person, passwordHash, at);
    for (const [i, phrase] of demoPhrases.entries())
      await insertPhrase(tx, ofCentre(phrase, `demo-phrase-${i + 1}`, id, at));
    await insertTelephonyToken(tx, {
      id: 'demo-telephony',
      centreId: id,
      name: '演示电话系统',
      tokenHash: tokenHash(demoTelephonyToken),
      hmacSecret: null,
      createdAt: at,
      createdBy: 'system',
      revokedAt: null,
    });
    await saveSeat(tx, { personId: 'p-agent', extension: '8001', state: 'ready', since: at, callId: null });
  });
}

const ofCentre = (phrase: (typeof demoPhrases)[number], id: string, centreId: string, at: string) => ({
  ...phrase,
  id,
  centreId,
  ownerId: null,
  version: 1,
  createdAt: at,
  createdBy: 'system',
  changedAt: at,
  changedBy: 'system',
  droppedAt: null,
});

type DemoPerson = { username: string; name: string; grants: readonly Grant[] };

/** One person for each role of the centre; a clerk and a head for each first-level department. */
function people(): DemoPerson[] {
  const ofCentre: [string, string, Grant['role']][] = [
    ['agent', '话务员小林', 'agent'],
    ['dispatcher', '派单员小陈', 'dispatcher'],
    ['reviewer', '审核员小黄', 'reviewer'],
    ['callback', '回访员小吴', 'callbackAgent'],
    ['supervisor', '督办员小郑', 'supervisor'],
    ['manager', '值班主任', 'manager'],
    ['admin', '系统管理员', 'administrator'],
    ['auditor', '审计员', 'auditor'],
  ];
  const staff = ofCentre.map(([username, name, role]) => ({ username, name, grants: [{ role, path: centrePath }] }));
  const clerks = departments
    .filter((d) => d.parentCode === null)
    .flatMap((d): DemoPerson[] => {
      const path = departmentPaths.get(d.code) ?? centrePath;
      return [
        { username: d.code, name: `${d.shortName}经办人`, grants: [{ role: 'handler', path }] },
        {
          username: `${d.code}.head`,
          name: `${d.shortName}负责人`,
          grants: [
            { role: 'handler', path },
            { role: 'departmentHead', path },
          ],
        },
      ];
    });
  return [...staff, ...clerks];
}

const addPerson = (tx: Tx, { username, name, grants }: DemoPerson, passwordHash: string, at: string) =>
  insertPerson(
    tx,
    {
      id: `p-${username}`,
      username,
      name,
      passwordHash,
      demoAt: at,
      createdAt: at,
    },
    grants,
  );
