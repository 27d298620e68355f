import { expect, test } from 'vitest';
import { type Mirror, newerOf } from './mirror.ts';

const here = (body: string, savedAt: string, more: Partial<Mirror> = {}): Mirror => ({
  body,
  savedAt: `2026-11-02T02:00:${savedAt}.000Z`,
  base: null,
  isOnServer: false,
  ...more,
});
const there = (body: string, savedAt: string) => ({ body, savedAt: `2026-11-02T02:00:${savedAt}.000Z` });
const at = (second: string) => `2026-11-02T02:00:${second}.000Z`;

test.each([
  ['nothing anywhere', null, null, null],
  ['written on another computer', null, there('他处', '10'), '他处'],
  ['typed here, never sent', here('此处', '10'), null, '此处'],
  ['sent or dropped on another computer', here('旧', '10', { isOnServer: true, base: at('10') }), null, null],
  ['went on elsewhere', here('旧', '10', { isOnServer: true, base: at('10') }), there('新', '20'), '新'],
  [
    'the last second of typing never reached the server, whatever this clock says',
    here('最后几个字', '05', { base: at('10') }),
    there('之前', '10'),
    '最后几个字',
  ],
  ['both went on: the later', here('此处', '30', { base: at('10') }), there('他处', '20'), '此处'],
  ['both went on: the later is the server’s', here('此处', '15', { base: at('10') }), there('他处', '20'), '他处'],
])('%s', (_, mirror, kept, expected) => {
  expect(newerOf(mirror, kept)?.body ?? null).toBe(expected);
});
