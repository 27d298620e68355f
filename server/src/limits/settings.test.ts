import { expect, test } from 'vitest';
import { readLimits, usualLimits } from './settings.ts';

test('a setting raises or lowers some limits, 0 takes one away, and the rest stays as usual', () => {
  const limits = readLimits('session=2400, wrongCode=3,address=0');
  expect(limits.session).toEqual({ most: 2_400, perMs: 60_000 });
  expect(limits.wrongCode.most).toBe(3);
  expect(limits.address.most).toBe(Number.POSITIVE_INFINITY);
  expect(limits.account).toEqual(usualLimits.account);
  expect(readLimits('')).toEqual(usualLimits);
});

test.each(['sessions=1', 'session', 'session=-1', 'session=many'])('«%s» stops the start with a sentence', (text) => {
  expect(() => readLimits(text)).toThrow(`HOTLINE_LIMITS 里的「${text}」不正确`);
});
