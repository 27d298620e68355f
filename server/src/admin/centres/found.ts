import type { Store, Tx } from '@hotline/db/store/open';
import { insertRow } from '@hotline/db/store/rows';
import { AreaCode, isAreaCode } from '@hotline/shared/citizen/phone';
import { Refusal } from '@hotline/shared/refusal';
import { Id, object, RegionCode, text } from '@hotline/shared/schema';
import { compileCalendar } from '@hotline/shared/time/calendar/calendar';
import type { Instant } from '@hotline/shared/time/instant';
import { defaultRules } from '@hotline/shared/time/rules/defaultRules';
import { DeadlineRule } from '@hotline/shared/time/rules/rules';
import * as Type from 'typebox';
import { Check, Errors } from 'typebox/value';
import { type Catalogue, insertCatalogue } from './catalogue.ts';
import { firstCalendar, insertFirstVersions } from './firstVersions.ts';

const code = Type.String({ pattern: '^[a-z0-9-]{1,40}$' });

/** A new centre, as a person writes it down. Its departments are named by a code within the centre. */
export const NewCentre = object({
  id: Id,
  path: Type.String({ pattern: '^([a-z0-9-]{1,40}\\.)+$' }),
  name: text(100),
  regionCode: RegionCode,
  /** 区号, in which a number without one is dialled: `0591`. */
  areaCode: Type.Optional(AreaCode),
  departments: Type.Optional(
    Type.Array(object({ code, name: text(100), shortName: Type.Optional(text(40)) }), { maxItems: 10_000 }),
  ),
  /** Left out: `defaultRules`. */
  rules: Type.Optional(Type.Array(DeadlineRule, { minItems: 1, maxItems: 1000 })),
});
export type NewCentre = Type.Static<typeof NewCentre>;

/** @throws Error that names what is wrong. */
export function readNewCentre(json: unknown): NewCentre {
  const wrong = [...Errors(NewCentre, json)].map((e) => e.instancePath || '/');
  if (!Check(NewCentre, json))
    throw new Refusal('invalid', `受理中心的设置不正确：${[...new Set(wrong)].slice(0, 5).join('、')}。`);
  if (json.areaCode !== undefined && !isAreaCode(json.areaCode))
    throw new Refusal('invalid', '受理中心的设置不正确：/areaCode 应为以 0 开头的区号，例如 0591、010。');
  return json;
}

/**
 * Founds a centre with the State Council's calendar, its rules and its first departments. The first centre of a store
 * also brings the catalog of categories and regions, which later ones share.
 * @throws Refusal `conflict` when there is one of this id or path.
 */
export const foundCentre = (store: Store, centre: NewCentre, at: Instant): Promise<void> =>
  store.writer.transaction().execute((tx) => foundCentreIn(tx, centre, at));

/** As `foundCentre`, within a transaction that founds more than the centre. */
export async function foundCentreIn(
  tx: Tx,
  centre: NewCentre,
  at: Instant,
  own: Catalogue = { regions: [], categories: [] },
): Promise<void> {
  const calendar = firstCalendar(centre.id);
  compileCalendar(calendar);
  const { id, path, name, regionCode, areaCode = null } = centre;
  const centres = await tx.selectFrom('centre').select(['id', 'path']).execute();
  if (centres.some((c) => c.id === id || c.path.startsWith(path) || path.startsWith(c.path)))
    throw new Refusal('conflict', `已有编号为「${id}」或路径与「${path}」重叠的受理中心，请换一个。`);
  const utcOffsetMinutes = calendar.utcOffsetMinutes;
  await insertRow(tx, 'centre', {
    ...{ id, path, name, regionCode, areaCode, utcOffsetMinutes },
    revision: 1,
    createdAt: at,
  });
  for (const d of centre.departments ?? []) {
    await insertRow(tx, 'department', {
      id: `${id}.${d.code}`,
      centreId: id,
      parentId: null,
      path: `${path}${d.code}.`,
      name: d.name,
      shortName: d.shortName ?? d.name,
      phone: null,
      duties: null,
      requiresApproval: null,
      createdAt: at,
      retiredAt: null,
    });
  }
  const convenience = await insertCatalogue(tx, id, centres.length === 0, own);
  await insertFirstVersions(tx, id, centre.rules ?? defaultRules(convenience), at);
}
