import { expect, test } from 'vitest';
import { isQuiet } from './alerts.ts';

test.each([
  ['22:00', '07:00', '21:59', false],
  ['22:00', '07:00', '22:00', true],
  ['22:00', '07:00', '03:00', true],
  ['22:00', '07:00', '07:00', false],
  ['12:30', '13:30', '13:00', true],
  ['12:30', '13:30', '14:00', false],
  ['00:00', '00:00', '00:00', false],
])('quiet from %s to %s, and it is %s: %s', (quietFrom, quietTo, clock, quiet) => {
  expect(isQuiet({ quietFrom, quietTo }, clock)).toBe(quiet);
});
