import type { OpenAction } from '@hotline/shared/ticket/lifecycle';
import { expect, test } from 'vitest';
import { type Offer, offered } from './offers.ts';

const action = (name: OpenAction['name'], why: string | null = null): OpenAction => ({
  ...{ name, term: name, termEn: name, about: 'ticket', target: null, version: 1 },
  ...{ prominence: 'secondary', key: null, disabledReason: why, disabledReasonEn: why },
});
const ticket = (ticketId: string, ...actions: OpenAction[]): Offer => ({
  ...{ ticketId, number: ticketId, title: '', version: 1, actions },
});

test('a verb is told with the tickets that offer it now; one that must wait is not offered', () => {
  const told = offered(
    [
      ticket('a', action('dispatch'), action('urge'), action('merge')),
      ticket('b', action('dispatch', '退单次数已用完，须指定承办单位。'), action('urge')),
    ],
    ['dispatch', 'sign', 'urge'],
  );
  expect(told.map((o) => [o.verb, ...o.ticketIds])).toEqual([
    ['dispatch', 'a'],
    ['urge', 'a', 'b'],
  ]);
});

test('a verb that is not for many at once is not offered to them', () => {
  expect(offered([ticket('a', action('reply'), action('decline'))], ['dispatch'])).toEqual([]);
});
