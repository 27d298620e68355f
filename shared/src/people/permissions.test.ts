import { expect, test } from 'vitest';
import { cast, dispatched, logged, moment } from '../ticket/testing/town.test-support.ts';
import { departmentLine } from './directory.ts';
import { bySystem, centre, complainedOf, holder, ownAppeal } from './permissions.ts';

const sent = dispatched(logged(1, { againstDepartmentId: 'roads' }), 'water', ['gas']);
const [lead, assist] = sent.dispatches;
const [appeal] = sent.appeals;
if (!lead || !assist || !appeal) throw new Error('a ticket with a lead, an assist and an appeal');

test('staff of the centre by their roles, over the ticket’s centre', () => {
  expect(centre('agent')(cast.agent, sent)).toBe(true);
  expect(centre('dispatcher', 'agent')(cast.agent, sent)).toBe(true);
  expect(centre('dispatcher')(cast.agent, sent)).toBe(false);
  expect(centre('agent')({ ...cast.agent, grants: [{ role: 'agent', path: 'x.' }] } as never, sent)).toBe(false);
  expect(centre('handler')(cast.water, sent)).toBe(false);
});

test('the department whose turn it is, or one above it, never the body complained of', () => {
  expect(holder('handler')(cast.water, sent, lead)).toBe(true);
  expect(holder('handler')(cast.water, sent, assist)).toBe(false);
  expect(holder('handler')(cast.east, sent, lead)).toBe(false);
  expect(holder('departmentHead')(cast.water, sent, lead)).toBe(false);
  expect(holder('departmentHead', 'handler')(cast.head, sent, lead)).toBe(true);
  expect(holder('handler')(cast.water, sent, { ...lead, departmentPath: 't.water.east.' })).toBe(true);
  expect(holder('handler')(cast.roads, sent, { ...lead, departmentPath: 't.roads.' })).toBe(false);
});

test('complained of is the named body and everything below it', () => {
  expect(['t.roads.', 't.roads.north.', 't.', 't.road.', 't.gas.'].map((path) => complainedOf(sent, path))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(complainedOf(logged(), 't.roads.')).toBe(false);
});

test('a citizen holds his own appeal, the clock is nobody else', () => {
  expect(ownAppeal(cast.citizen, sent, appeal)).toBe(true);
  expect(ownAppeal(cast.citizen, sent, { ...appeal, id: 'a2' })).toBe(false);
  expect(ownAppeal(cast.agent, sent, appeal)).toBe(false);
  expect([cast.clock, cast.citizen, cast.agent].map(bySystem)).toEqual([true, false, false]);
});

test('the line of departments from the root down to itself; of an unknown one, none', () => {
  const { directory } = moment();
  expect(departmentLine(directory, 'east')).toEqual(['water', 'east']);
  expect(departmentLine(directory, 'water')).toEqual(['water']);
  expect(departmentLine(directory, 'nobody')).toEqual([]);
});
