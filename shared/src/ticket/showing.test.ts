import { expect, test } from 'vitest';
import { bySystem } from '../people/permissions.ts';
import { openActions, verbNamed } from './lifecycle.ts';
import { crowd } from './testing/crowd.test-support.ts';
import { moments, scenes } from './testing/scenes.test-support.ts';
import { cast, moment, sideOf, type Who } from './testing/town.test-support.ts';
import { type VerbName, verbNames } from './verbs/index.ts';

/** For each state of a ticket, what is ever offered to anybody of one side: a person may hold all its roles at once. */
function offeredTogether(): Map<string, Set<VerbName>> {
  const together = new Map<string, Set<VerbName>>();
  for (const c of Object.values({ ...scenes(), ...crowd() }))
    for (const at of moments)
      for (const who of Object.keys(cast) as Who[])
        for (const { name } of openActions(c, moment(at, { actor: cast[who] }))) {
          const side = sideOf(who).startsWith('t.') && sideOf(who) !== 't.' ? 'departments' : sideOf(who);
          const key = `${side} ${c.ticket.status}`;
          together.set(key, (together.get(key) ?? new Set()).add(name));
        }
  return together;
}

test('a letter means one verb among all that can be offered together, and the same on every ticket', () => {
  for (const [where, names] of offeredTogether()) {
    const byLetter = Map.groupBy(
      [...names].filter((name) => verbNamed(name).button?.key),
      (name) => verbNamed(name).button?.key,
    );
    for (const [letter, verbs] of byLetter) expect(verbs, `${letter} for ${where}`).toHaveLength(1);
  }
});

test('whatever a case waits for, and whatever stands in the bar, has a letter; only the clock has no button', () => {
  for (const name of verbNames) {
    const { button, by } = verbNamed(name);
    if (by === bySystem) expect(button, name).toBeNull();
    else if (typeof button?.prominence === 'function' || /^(primary|secondary)$/.test(button?.prominence ?? ''))
      expect(button?.key, name).not.toBeNull();
  }
});

test('a button stands where what is pending puts it', () => {
  const standing = (scene: string, who: Who, name: VerbName) =>
    openActions(scenes()[scene] as never, moment(undefined, { actor: cast[who] })).find((a) => a.name === name)
      ?.prominence;
  expect(standing('logged', 'agent', 'askCitizen')).toBe('secondary');
  expect(standing('question asked', 'agent', 'askCitizen')).toBe('primary');
  expect(standing('logged', 'agent', 'supplement')).toBe('more');
  expect(standing('citizen asked', 'agent', 'supplement')).toBe('primary');
  expect(standing('accepted', 'reviewer', 'rework')).toBe('secondary');
  expect(standing('dissatisfied', 'reviewer', 'rework')).toBe('primary');
  expect(standing('logged', 'agent', 'withdraw')).toBe('destructive');
});
