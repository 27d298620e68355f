import * as Type from 'typebox';
import { Check } from 'typebox/value';
import { expect, expectTypeOf, test } from 'vitest';
import { ClientFrame, type ServerFrame, serverFrameOf } from './frames.ts';

const Row = Type.Object({ id: Type.String(), version: Type.Integer() });

test.each([
  { t: 'hello', cursor: null, subscribe: [] },
  { t: 'hello', cursor: { epoch: 'e1', scopeVersion: 0, seq: 0 }, subscribe: ['calls', 'desks'] },
  { t: 'subscribe', subscribe: ['of another version'] },
  { t: 'ping' },
])('the server takes %j', (frame) => {
  expect(Check(ClientFrame, frame)).toBe(true);
});

test.each([
  { t: 'hello', subscribe: [] },
  { t: 'hello', cursor: { epoch: 'e1', scopeVersion: 0, seq: -1 }, subscribe: [] },
  { t: 'hello', cursor: null, subscribe: [], token: 'secret' },
  { t: 'subscribe', subscribe: Array.from({ length: 201 }, () => 'calls') },
  { t: 'shout' },
])('the server refuses %j', (frame) => {
  expect(Check(ClientFrame, frame)).toBe(false);
});

test('a server frame is checked with its row, and the schema says what the type says', () => {
  const ServerFrameOfRow = serverFrameOf(Row);
  expectTypeOf<Type.Static<typeof ServerFrameOfRow>>().toEqualTypeOf<ServerFrame<Type.Static<typeof Row>>>();
  const ev = { t: 'ev', seq: 2, prev: 1, op: 'up', id: 't1', version: 1 };
  expect(Check(ServerFrameOfRow, { ...ev, row: { id: 't1', version: 1 } })).toBe(true);
  expect(Check(ServerFrameOfRow, { ...ev, row: { id: 't1' } })).toBe(false);
  expect(Check(ServerFrameOfRow, ev)).toBe(true);
});
