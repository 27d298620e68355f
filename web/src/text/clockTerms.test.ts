import { figures } from '@hotline/shared/figures/index';
import { clockTerms } from '@hotline/shared/ticket/clocks/clockWords';
import { verbs } from '@hotline/shared/ticket/verbs/index';
import { whys } from '@hotline/shared/ticket/why';
import { expect, test } from 'vitest';
import { zh } from './zh.ts';

// A late promise on one screen and a late department on another were both 「超期」, and both limits 「答复时限」.
const written = JSON.stringify([zh, whys, verbs, figures]);
const clocks = Object.values(clockTerms).map((term) => term.zh);

test('what is late says by which clock, everywhere in the same words', () => {
  const named = new RegExp(`(${clocks.join('|')})(已|未)?超期`, 'g');
  // What a corrected calendar moves stands beside the name of its clock.
  const beside = [zh['fix.found'], zh['fix.late']].join('').split('超期').length - 1;
  expect(written.match(named)?.length).toBeGreaterThan(5);
  expect(written.split('超期').length - 1 - (written.match(named)?.length ?? 0)).toBe(beside);
  expect(written).not.toContain('逾期');
});

test('a limit is called by its clock: 答复时限 could be the citizen’s or the department’s', () => {
  expect(written).not.toMatch(/答复时限|答复期限|办理期限|承诺期限/);
});
