import { expect, test } from 'vitest';
import { applyFrame, applyFrames } from './applyFrames.ts';
import { applyRead, applySnapshot, settle } from './applyReads.ts';
import { backoffMs } from './backoff.ts';
import { closeCodes } from './closeCodes.ts';
import type { Ev, Resume } from './frames.ts';
import { cursorOf, disconnected, emptyReplica, silent } from './replica.ts';

type Row = { id: string; version: number };
const here = { epoch: 'e1', scopeVersion: 1 };
const leak = (version: number): Row => ({ id: 'leak', version });
const odour = (version: number): Row => ({ id: 'odour', version });
const resume: Resume = { t: 'resume', from: 5, to: 5, ...here };
const reset = { t: 'reset', reason: 'scope', epoch: 'e1', scopeVersion: 2, seq: 9 } as const;
const up = (seq: number, prev: number, row: Row): Ev<Row> => ({ t: 'ev', seq, prev, op: 'up', ...row, row });
const rm = (seq: number, prev: number, row: Row): Ev<Row> => ({ t: 'ev', seq, prev, op: 'rm', ...row });
const hb = (upTo: number) => ({ t: 'hb', upTo, now: '' }) as const;

const listed = applySnapshot(emptyReplica<Row>(), { ...here, seq: 5, rows: [leak(3)] }).state;
const live = applyFrame(listed, resume).state;
const ids = (state: typeof live) => [...state.byId.keys()];

test('the first list gives the position from which the stream goes on', () => {
  expect(cursorOf(listed)).toEqual({ ...here, seq: 5 });
  expect(live.status).toBe('live');
});

test('a batch that changes nothing leaves the rows the same object', () => {
  expect(applyFrames(live, [hb(5), up(6, 5, leak(2))]).state.byId).toBe(live.byId);
});

test('a frame that builds on one never received breaks off, and the position stays where it was', () => {
  const step = applyFrames(live, [up(9, 8, leak(4)), up(10, 9, odour(1))]);
  expect(step).toMatchObject({ reconnect: true, state: { status: 'connecting', position: { seq: 5 } } });
  expect(ids(step.state)).toEqual(['leak']);
});

test('a heartbeat betrays a lost last frame', () => {
  expect(applyFrame(live, hb(6)).reconnect).toBe(true);
  expect(applyFrame(live, hb(5)).reconnect).toBe(false);
});

test('a late answer does not bring back a ticket that has left', () => {
  const left = applyFrame(live, rm(7, 5, leak(4))).state;
  const step = applyRead(left, { ...here, seq: 6, rows: [leak(3)] });
  expect(ids(step.state)).toEqual([]);
  expect(step.refetch).toBe(true);
});

test('a late tombstone does not take a ticket that has come back', () => {
  const read = applyRead(live, { ...here, seq: 8, rows: [leak(5)] }).state;
  expect(ids(applyFrame(read, rm(7, 5, leak(4))).state)).toEqual(['leak']);
});

test('a frame from before the snapshot does not bring back what the snapshot no longer has', () => {
  const again = applySnapshot(live, { ...here, seq: 7, rows: [] }).state;
  expect(ids(applyFrame(again, up(6, 5, leak(4))).state)).toEqual([]);
});

test('a snapshot does not take what came into view after it was read', () => {
  const newer = applyFrame(live, up(7, 5, odour(1))).state;
  expect(ids(applySnapshot(newer, { ...here, seq: 6, rows: [] }).state)).toEqual(['odour']);
});

test('after a reset rows stay on show, answers of the old scope are refused, and a cut before the snapshot starts over', () => {
  const awaiting = applyFrame(live, reset);
  expect(awaiting).toMatchObject({ refetch: true, state: { status: 'awaitingSnapshot' } });
  expect(ids(awaiting.state)).toEqual(['leak']);
  expect(applyRead(awaiting.state, { ...here, seq: 9, rows: [leak(3)] }).refetch).toBe(true);
  expect(cursorOf(disconnected(awaiting.state))).toBeNull();
  expect(ids(settle(awaiting.state))).toEqual([]);
});

test('a client that holds only what it shows is told to read when the row did not come along', () => {
  const { row: _, ...bare } = up(6, 5, leak(4));
  expect(applyFrame(live, bare).refetch).toBe(true);
  expect(applyFrame(live, up(6, 5, odour(2)), { wanted: () => false })).toMatchObject({ refetch: false });
  expect(applyFrames(live, [bare, up(9, 8, odour(1))]), 'a gap behind it does not swallow that').toMatchObject({
    refetch: true,
    reconnect: true,
  });
});

test('an answer from another epoch is not mixed in: the client starts over', () => {
  const step = applyRead(live, { epoch: 'e2', scopeVersion: 1, seq: 2, rows: [leak(1)] });
  expect(step).toMatchObject({ reconnect: true, state: { position: null } });
});

test('silence makes it stale, the next heartbeat live; a goodbye is answered unless the session ended', () => {
  expect(silent(live).status).toBe('stale');
  expect(applyFrame(silent(live), hb(5)).state.status).toBe('live');
  expect(applyFrame(live, { t: 'bye', code: closeCodes.restart, retryAfter: 1 }).reconnect).toBe(true);
  expect(applyFrame(live, { t: 'bye', code: closeCodes.authEnded, retryAfter: 0 }).reconnect).toBe(false);
});

test('forgotten tombstones raise the floor instead', () => {
  const frames = [rm(6, 5, leak(4)), rm(7, 6, odour(2)), rm(8, 7, { id: 'noise', version: 2 })];
  const { state } = applyFrames(live, frames, { tombstoneLimit: 2 });
  expect([...state.tombstones.keys()]).toEqual(['noise']);
  expect(applyRead(state, { ...here, seq: 6, rows: [odour(1)] }).refetch).toBe(true);
});

test('reconnecting: at once, then a random part of 1 s doubling to 30 s', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 60].map((attempt) => backoffMs(attempt, 1))).toEqual([
    0, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
  ]);
  expect(backoffMs(3, 0.25)).toBe(1_000);
});
