import type { TicketRow } from '@hotline/shared/api/tickets';
import type { ServerFrame } from '@hotline/shared/live/frames';
import { beforeEach, expect, test } from 'vitest';
import { emptyPersonStores } from './personStore.ts';
import { takeFrames, takeRead, useTickets, watchTickets } from './tickets.ts';

const row = (id: string, version: number) => ({ id, version, title: `${id} v${version}` }) as TicketRow;
const up = (seq: number, prev: number, id: string, version: number): ServerFrame<TicketRow> => ({
  t: 'ev',
  seq,
  prev,
  op: 'up',
  id,
  version,
  row: row(id, version),
});
const resume: ServerFrame<TicketRow> = { t: 'resume', from: 10, to: 10, epoch: 'e', scopeVersion: 1 };
const shown = () => [...useTickets.getState().replica.byId.values()].map((held) => held.row.title);

beforeEach(() => {
  emptyPersonStores();
  takeRead({ epoch: 'e', scopeVersion: 1, seq: 10, rows: [row('a', 1), row('b', 1)] });
});

test('a batch of frames is one step of the store, and rows that did not change keep their identity', () => {
  let steps = 0;
  const stop = useTickets.subscribe(() => {
    steps += 1;
  });
  const b = useTickets.getState().replica.byId.get('b')?.row;
  takeFrames([resume, up(11, 10, 'a', 2), up(12, 11, 'a', 3), up(13, 12, 'a', 4)]);
  stop();
  expect(steps).toBe(1);
  expect(shown()).toEqual(['a v4', 'b v1']);
  expect(useTickets.getState().replica.byId.get('b')?.row).toBe(b);
});

test('an answer from before a change does not bring the old row back', () => {
  takeFrames([resume, up(11, 10, 'a', 2)]);
  takeRead({ epoch: 'e', scopeVersion: 1, seq: 10, rows: [row('a', 1)] });
  expect(shown()).toContain('a v2');
});

test('a ticket that leaves sight stays as it was last seen, for the list that shows it', () => {
  takeFrames([resume, { t: 'ev', seq: 11, prev: 10, op: 'rm', id: 'a', version: 2 }]);
  expect(shown()).toEqual(['b v1']);
  expect(useTickets.getState().gone.get('a')?.title).toBe('a v1');
});

test('a new ticket is taken in only where somebody wants it', () => {
  const stop = watchTickets({ wanted: (r) => r.id === 'c', changed: () => {} });
  takeFrames([resume, up(11, 10, 'c', 1), up(12, 11, 'd', 1)]);
  stop();
  expect(shown()).toEqual(['a v1', 'b v1', 'c v1']);
});

test('a missing frame asks for a new connection', () => {
  expect(takeFrames([resume, up(12, 11, 'a', 2)]).reconnect).toBe(true);
});
