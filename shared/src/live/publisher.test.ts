import { expect, test } from 'vitest';
import { address, type Committed, coalesce } from './changes.ts';
import { heartbeat, openLink, planHello, replayLimitTickets, send } from './publisher.ts';

const head = { epoch: 'e1', seq: 10, oldestSeq: 4 };
const water = (department: string) => department === 'water';
const event = (seq: number, ticketId: string, version: number, audienceBefore: string | null, audienceAfter: string) =>
  ({ seq, ticketId, version, audienceBefore, audienceAfter }) satisfies Committed<string>;

test.each([
  ['a first visit', null, 'first'],
  ['a restored database', { epoch: 'e0', scopeVersion: 1, seq: 7 }, 'epoch'],
  ['a changed scope', { epoch: 'e1', scopeVersion: 2, seq: 7 }, 'scope'],
  ['a position the log has not reached', { epoch: 'e1', scopeVersion: 1, seq: 11 }, 'ahead'],
  ['a position whose next event is gone', { epoch: 'e1', scopeVersion: 1, seq: 2 }, 'retention'],
])('%s starts over', (_, cursor, reason) => {
  expect(planHello(head, cursor, 1)).toEqual({ t: 'reset', reason, epoch: 'e1', scopeVersion: 1, seq: 10 });
});

test.each([3, 10])('position %i is continued', (seq) => {
  const plan = planHello(head, { epoch: 'e1', scopeVersion: 1, seq }, 1);
  expect(plan).toEqual({ t: 'resume', from: seq, to: 10, epoch: 'e1', scopeVersion: 1 });
});

test('more changed tickets than a replay may hold start over, never in part', () => {
  const plan = planHello(head, { epoch: 'e1', scopeVersion: 1, seq: 5 }, 1);
  const many = Array.from({ length: replayLimitTickets + 1 }, (_, i) => event(i, `t${i}`, 1, null, 'water'));
  expect(openLink(plan, many, water)).toMatchObject({
    opening: { t: 'reset', reason: 'tooFar', seq: 10 },
    link: { upTo: 10 },
    notices: [],
  });
});

test('a batch tells each ticket once, and only to those it concerns', () => {
  const batch = [
    event(1, 'leak', 1, null, 'water'),
    event(2, 'noise', 1, null, 'police'),
    event(3, 'leak', 2, 'water', 'water'),
    event(4, 'odour', 5, 'water', 'environment'),
    event(5, 'light', 3, 'power', 'water'),
    event(6, 'light', 4, 'water', 'power'),
  ];
  expect(address(coalesce(batch), water)).toEqual([
    { id: 'leak', seq: 3, version: 2, op: 'up' },
    { id: 'odour', seq: 4, version: 5, op: 'rm' },
    { id: 'light', seq: 6, version: 4, op: 'rm' },
  ]);
});

test('a ticket leaves at the event by which it left: placed later, who lost the last frame would never be told', () => {
  const replay = [
    event(2, 'leak', 2, 'water', 'roads'),
    event(3, 'odour', 1, null, 'water'),
    event(4, 'leak', 3, 'roads', 'roads'),
  ];
  expect(address(coalesce(replay), water).map(({ id, seq }) => [id, seq])).toEqual([
    ['leak', 2],
    ['odour', 3],
  ]);
});

test('frames are chained by prev, skip what hello told, and the heartbeat names the last', () => {
  const notices = address(coalesce([event(5, 'leak', 1, null, 'water'), event(8, 'odour', 1, null, 'water')]), water);
  const { link, frames } = send({ upTo: 5 }, notices, new Map([['odour', { id: 'odour', version: 1 }]]));
  expect(frames).toEqual([
    { t: 'ev', seq: 8, prev: 5, op: 'up', id: 'odour', version: 1, row: { id: 'odour', version: 1 } },
  ]);
  expect(heartbeat(link, '2026-03-02T02:00:00.000Z')).toEqual({ t: 'hb', upTo: 8, now: '2026-03-02T02:00:00.000Z' });
});

test('a ticket that left while its row was being rendered is told as gone, without a row', () => {
  const notices = address(coalesce([event(5, 'leak', 1, null, 'water')]), water);
  expect(send({ upTo: 0 }, notices, new Map([['leak', null]])).frames).toEqual([
    { t: 'ev', seq: 5, prev: 0, op: 'rm', id: 'leak', version: 1 },
  ]);
});
