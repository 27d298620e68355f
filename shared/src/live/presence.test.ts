import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Actor, type Grant, type Role, within } from '../people/actor.ts';
import { type Audience, scopeOf, sees } from '../people/scope.ts';
import {
  fullAllowance,
  isUnseen,
  leaseMs,
  presentTo,
  spend,
  type Visit,
  type Visitor,
  visitAfter,
} from './presence.ts';

const visitor = (personId: string, ...grants: [Role, string][]): Visitor => {
  const list: Grant[] = grants.map(([role, path]) => ({ role, path }));
  const actor: Actor = { type: 'person', id: personId, name: personId, grants: list };
  return { personId, name: personId, unit: list[0]?.path ?? '', scope: scopeOf(actor), isUnseen: isUnseen(list) };
};
const chen = visitor('陈', ['dispatcher', 'fz.']);
const lin = visitor('林', ['reviewer', 'fz.']);
const wu = visitor('吴', ['auditor', 'fz.']);
const li = visitor('李', ['handler', 'fz.water.']);
const he = visitor('何', ['departmentHead', 'fz.water.']);
const xu = visitor('许', ['handler', 'fz.water.east.']);
const zhou = visitor('周', ['handler', 'fz.gas.']);
const both = visitor('郑', ['handler', 'fz.water.'], ['dispatcher', 'fz.']);
const everybody = [chen, lin, wu, li, he, xu, zhou, both];

const audience: Audience = { centre: 'fz.', departments: ['fz.gas.', 'fz.water.', 'fz.water.east.'], against: null };
const at = (who: Visitor, form: string | null = null, untilMs = 1): Visit => ({
  visitor: who,
  ticketId: 't',
  form,
  since: '2026-11-02T02:00:00.000Z',
  untilMs,
});
const namesTo = (viewer: Visitor, seen: Audience = audience) =>
  presentTo(
    viewer,
    everybody.map((who) => at(who)),
    seen,
    0,
  ).people.map((p) => p.name);

test('the centre sees everybody but the auditor; a department its own people and those below it', () => {
  expect(namesTo(chen).toSorted()).toEqual(['李', '林', '何', '许', '周', '郑'].toSorted());
  expect(namesTo(wu)).toContain('陈');
  expect(namesTo(li).toSorted()).toEqual(['何', '许'].toSorted());
  expect(namesTo(xu)).toEqual([]);
  expect(namesTo(zhou)).toEqual([]);
});

test('whoever loses sight of the ticket neither sees nor is seen', () => {
  const against = { ...audience, against: 'fz.water.' };
  expect(namesTo(li, against)).toEqual([]);
  expect(namesTo(chen, against)).not.toContain('李');
  expect(namesTo(chen, { ...audience, departments: [] })).toEqual(['林', '郑']);
});

test('several windows of one person are one: the form before the look', () => {
  const { people } = presentTo(chen, [at(li), at(li, 'reply'), at(li)], audience, 0);
  expect(people).toEqual([{ name: '李', unit: 'fz.water.', form: 'reply', since: '2026-11-02T02:00:00.000Z' }]);
  expect(presentTo(li, [at(li, 'reply')], audience, 0).people).toEqual([]);
});

test('saying the same again keeps since when; another form or a lapsed lease begins anew', () => {
  const say = (before: Visit | null, form: string | null, at: string, ms: number) =>
    visitAfter(before, li, { t: 'at', ticketId: 't', form }, { at, ms });
  const first = say(null, null, '10:00', 0);
  const again = say(first, null, '10:01', leaseMs - 1);
  expect(again).toMatchObject({ since: '10:00', untilMs: 2 * leaseMs - 1 });
  expect(say(again, 'reply', '10:02', leaseMs)).toMatchObject({ since: '10:02', form: 'reply' });
  expect(say(again, null, '10:03', 2 * leaseMs)).toMatchObject({ since: '10:03' });
  expect(visitAfter(again, li, { t: 'at', ticketId: null, form: null }, { at: '10:04', ms: 0 })).toBeNull();
});

const aPath = fc.constantFrom('fz.', 'fz.water.', 'fz.water.east.', 'fz.gas.', 'fz.gas.pipes.', 'xm.', 'xm.water.');
const aRole = fc.constantFrom<Role>('agent', 'dispatcher', 'reviewer', 'auditor', 'handler', 'departmentHead');
const aVisitor = fc
  .tuple(fc.constantFrom('1', '2', '3', '4', '5'), fc.array(fc.tuple(aRole, aPath), { maxLength: 2 }))
  .map(([id, grants]) => visitor(id, ...grants));
const aVisit = fc
  .tuple(aVisitor, fc.constantFrom(null, 'reply', 'dispatch'), fc.nat({ max: 4 }), fc.nat({ max: 9 }))
  .map(([who, form, until, minute]): Visit => ({ ...at(who, form, until), since: `10:0${minute}` }));
const anAudience = fc.record({
  centre: fc.constantFrom('fz.', 'xm.'),
  departments: fc.array(aPath, { maxLength: 3 }),
  against: fc.option(aPath, { freq: 4 }),
});

test('whoever is named sees the ticket, is within the viewer’s scope, is there still and is somebody else', () => {
  fc.assert(
    fc.property(aVisitor, fc.array(aVisit, { maxLength: 30 }), anAudience, (viewer, visits, seen) => {
      // One person has one set of rights: the first says which.
      const first = new Map(visits.map((v) => [v.visitor.personId, v.visitor]));
      const there = visits.map((v) => ({ ...v, visitor: first.get(v.visitor.personId) ?? v.visitor }));
      const { people, more } = presentTo(viewer, there, seen, 2);
      const expected = new Set(
        there
          .filter(({ visitor: v, untilMs }) => {
            const paths = [...v.scope.centres, ...v.scope.departments];
            const own = [...viewer.scope.centres, ...viewer.scope.departments];
            return (
              untilMs > 2 &&
              v.personId !== viewer.personId &&
              !v.isUnseen &&
              sees(v.scope, seen) &&
              sees(viewer.scope, seen) &&
              paths.every((p) => own.some((o) => within(p, o)))
            );
          })
          .map((v) => v.visitor.name),
      );
      expect(new Set(people.map((p) => p.name))).toEqual(expected);
      expect(people.length + more).toBe(expected.size);
      const lookers = people.findIndex((p) => p.form === null);
      if (lookers >= 0) expect(people.slice(lookers).every((p) => p.form === null)).toBe(true);
    }),
  );
});

test('a console that talks without end is heard a dozen times at once and then twice a second', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 400 }), { maxLength: 200 }), (gaps) => {
      let allowance = fullAllowance(0);
      let now = 0;
      let heard = 0;
      for (const gap of gaps) {
        now += gap;
        const step = spend(allowance, now);
        allowance = step.allowance;
        heard += Number(step.isHeard);
      }
      expect(heard).toBeLessThanOrEqual(12 + Math.ceil(now / 500));
      if (gaps.every((gap) => gap >= 500)) expect(heard).toBe(gaps.length);
    }),
  );
});
