import { describe, expect, test } from 'vitest';
import { dispatched, does, logged } from '../ticket/testing/town.test-support.ts';
import { type Actor, type Grant, holds, system, within } from './actor.ts';
import { ancestors, audienceOf, scopeKey, scopeOf, sees } from './scope.ts';

const person = (...grants: Grant[]): Actor => ({ type: 'person', id: 'lin', name: '林', grants });
const citizen: Actor = { type: 'citizen', id: 'c', appealId: 'a1' };

test('a role reaches the organisation it is held over and everything below it, nothing beside it', () => {
  const clerk = person({ role: 'handler', path: 'fz.water.' }, { role: 'auditor', path: 'xm.' });
  expect(holds(clerk, ['handler'], 'fz.water.')).toBe(true);
  expect(holds(clerk, ['agent', 'handler'], 'fz.water.east.')).toBe(true);
  expect(holds(clerk, ['handler'], 'fz.')).toBe(false);
  expect(holds(clerk, ['handler'], 'fz.waterworks.')).toBe(false);
  expect(holds(clerk, ['handler'], 'xm.')).toBe(false);
  expect(holds(clerk, [], 'fz.water.')).toBe(false);
  expect(holds(citizen, ['handler'], 'fz.water.')).toBe(false);
  expect(holds(system, ['handler'], 'fz.water.')).toBe(false);
  expect([within('fz.a.', 'fz.'), within('fz.', 'fz.'), within('fz.', 'fz.a.')]).toEqual([true, true, false]);
});

test('what somebody may see: centres by roles of the centre, departments by theirs, without what another grant covers', () => {
  const of = (...grants: Grant[]) => scopeOf(person(...grants));
  for (const role of ['agent', 'dispatcher', 'reviewer', 'callbackAgent', 'supervisor', 'manager', 'auditor'] as const)
    expect(of({ role, path: 'fz.' }), role).toEqual({ centres: ['fz.'], departments: [] });
  for (const role of ['handler', 'departmentHead'] as const)
    expect(of({ role, path: 'fz.gas.' }), role).toEqual({ centres: [], departments: ['fz.gas.'] });
  expect(of({ role: 'administrator', path: 'fz.' })).toEqual({ centres: [], departments: [] });
  expect(scopeOf(citizen)).toEqual({ centres: [], departments: [] });
  const covered = of(
    ...(['fz.water.east.', 'fz.water.', 'fz.water.', 'fz.gas.'] as const).map((path) => ({
      role: 'handler' as const,
      path,
    })),
    { role: 'departmentHead', path: 'fz.gas.' },
    { role: 'agent', path: 'fz.' },
    { role: 'manager', path: 'fz.sub.' },
  );
  expect(covered).toEqual({ centres: ['fz.'], departments: ['fz.gas.', 'fz.water.'] });
  expect(scopeKey(covered)).toBe('fz.|fz.gas.,fz.water.');
  expect(scopeKey({ centres: ['a.', 'b.'], departments: [] })).toBe('a.,b.|');
});

describe('who sees a ticket', () => {
  const ticket = { centre: 'fz.', departments: ['fz.gas.', 'fz.water.east.'], against: null };
  const against = { ...ticket, against: 'fz.water.' };
  test.each([
    ['the centre', { centres: ['fz.'], departments: [] }, ticket, true],
    ['a centre above', { centres: [''], departments: [] }, ticket, true],
    ['another centre', { centres: ['xm.'], departments: [] }, ticket, false],
    ['one of two centres', { centres: ['xm.', 'fz.'], departments: [] }, ticket, true],
    ['a department with a dispatch', { centres: [], departments: ['fz.gas.'] }, ticket, true],
    ['a department above the dispatch', { centres: [], departments: ['fz.water.'] }, ticket, true],
    ['a department below the dispatch', { centres: [], departments: ['fz.gas.north.'] }, ticket, false],
    ['a department without one', { centres: [], departments: ['fz.roads.'] }, ticket, false],
    ['one of two departments', { centres: [], departments: ['fz.roads.', 'fz.gas.'] }, ticket, true],
    ['nobody in particular', { centres: [], departments: [] }, ticket, false],
    ['the body complained of', { centres: [], departments: ['fz.water.'] }, against, false],
    ['below the body complained of', { centres: [], departments: ['fz.water.east.'] }, against, false],
    ['beside the body complained of', { centres: [], departments: ['fz.gas.'] }, against, true],
    ['the centre of a complaint', { centres: ['fz.'], departments: [] }, against, true],
    ['above it, by a dispatch of another', { centres: [], departments: ['fz.'] }, against, true],
    [
      'above it, by its dispatch alone',
      { centres: [], departments: ['fz.'] },
      { ...against, departments: ['fz.water.east.'] },
      false,
    ],
  ])('%s', (_, scope, audience, expected) => {
    expect(sees(scope, audience)).toBe(expected);
  });
});

test('a ticket concerns its centre, each department with a dispatch that counts, once, and the body complained of', () => {
  const sent = dispatched(logged(1, { againstDepartmentId: 'roads' }), 'water', ['gas']);
  expect(audienceOf(sent)).toEqual({ centre: 't.', departments: ['t.gas.', 't.water.'], against: 't.roads.' });
  const released = does(sent, 'dispatcher', 'releaseAssist', { dispatchId: 't1-d2' });
  expect(audienceOf(released).departments).toEqual(['t.water.']);
  const signed = does(sent, 'water', 'sign', { dispatchId: 't1-d1' });
  const reason = { dispatchId: 't1-d1', reasonCode: 'notOurDuty', reason: '不属于本单位职责。' };
  const asked = does(signed, 'water', 'requestReturn', reason);
  const back = does(asked, 'dispatcher', 'approveReturn', { requestId: asked.requests[0]?.id });
  expect(audienceOf(back).departments).toEqual(['t.gas.']);
  const again = does(back, 'dispatcher', 'dispatch', { leadId: 'water', assistIds: [] });
  expect(audienceOf(again).departments).toEqual(['t.gas.', 't.water.']);
});

test('the line of organisations above a path, itself included', () => {
  expect(ancestors('fz.water.east.')).toEqual(['fz.', 'fz.water.', 'fz.water.east.']);
  expect(ancestors('fz.')).toEqual(['fz.']);
});
