import { expect, test } from 'vitest';
import { Refusal } from '../../refusal.ts';
import { openActions, takeAction } from '../lifecycle.ts';
import type { Case } from '../model/case.ts';
import { type VerbName, verbNames, verbs } from '../verbs/index.ts';
import { changes, shapeOf } from './changes.test-support.ts';
import { inputOf, momentFor, moments, scenes } from './scenes.test-support.ts';
import { cast, moment, sideOf, type Who } from './town.test-support.ts';

const everybody = Object.keys(cast) as Who[];
const [monday] = moments;
/** Asked for inside tests, and once: what is computed while a file loads belongs to no test. */
const told = memo(() => Object.entries(scenes()));
const offersOf = memo((key: string) => {
  const [scene = '', who, at = ''] = key.split('|');
  const c = new Map(told('')).get(scene);
  return c ? openActions(c, moment(at, { actor: cast[who as Who] })) : [];
});

test('who is offered what, in every scene; in brackets what must wait', async () => {
  const lines = told('').flatMap(([scene]) => [
    `\n# ${scene}`,
    ...everybody.flatMap((who) => {
      const offers = offersOf(`${scene}|${who}|${monday}`).map(({ name, target, disabledReason }) => {
        const words = target ? `${name} ${short(target)}` : name;
        return disabledReason === null ? words : `(${words})`;
      });
      return offers.length > 0 ? [`${who}: ${offers.join(', ')}`] : [];
    }),
  ]);
  await expect(`${lines.join('\n').trim()}\n`).toMatchFileSnapshot('../golden/offers.txt');
});

test('why a button waits, in every scene: on the day itself, on the next, after every due', async () => {
  const lines = told('').flatMap(([scene]) => {
    const days = new Map<string, string>();
    for (const [i, at] of moments.entries())
      for (const who of everybody)
        for (const { name, target, disabledReason } of offersOf(`${scene}|${who}|${at}`)) {
          if (disabledReason === null) continue;
          const key = `${target ? `${name} ${short(target)}` : name}: ${disabledReason}`;
          const seen = days.get(key) ?? '';
          if (!seen.includes(String(i + 1))) days.set(key, `${seen}${i + 1}`);
        }
    return [`\n# ${scene}`, ...[...days].sort().map(([key, when]) => `${when.padEnd(3)} ${key}`)];
  });
  await expect(`${lines.join('\n').trim()}\n`).toMatchFileSnapshot('../golden/reasons.txt');
});

test.each(verbNames)('what «%s» changes: every field, and nothing besides', async (name) => {
  const effects = new Map<string, string>();
  for (const [scene, c] of told(''))
    for (const at of moments) {
      const tried = new Set<string>();
      for (const who of everybody)
        for (const action of offersOf(`${scene}|${who}|${at}`)) {
          // Two of one side do the same; only supervisors may not.
          const key = `${action.target} ${sideOf(who)} ${who === 'supervisor'}`;
          if (action.name !== name || action.disabledReason !== null || tried.has(key)) continue;
          tried.add(key);
          const input = inputOf(action, c, who);
          const { case: after, other } = takeAction(c, name, action.version, input, {
            ...momentFor(at, input),
            actor: cast[who],
          });
          const lines = [...changes(c, after), ...(other ? ['and there', ...changes(other.before, other.case)] : [])];
          // What differs only in who, when and which is told once.
          const shape = shapeOf(lines);
          if (!effects.has(shape)) effects.set(shape, [`# ${scene}, ${who}`, ...lines].join('\n'));
        }
    }
  await expect(`${[...effects.values()].join('\n\n') || 'nothing'}\n`).toMatchFileSnapshot(
    `../golden/effects/${name}.txt`,
  );
});

test.each(verbNames)(
  '«%s» is refused where it is not offered, and in the words beside its button where it must wait',
  (name) => {
    const wrong: string[] = [];
    for (const [scene, c] of told('').filter((_, i) => i % 4 === 3))
      for (const who of everybody) {
        const offers = offersOf(`${scene}|${who}|${monday}`);
        for (const target of targetsOf(c, name)) {
          const offer = offers.find((o) => o.name === name && o.target === target);
          if (offer?.disabledReason === null) continue;
          const input = inputOf({ name, about: verbs[name].about, target }, c, who);
          const version = c.dispatches.find((d) => d.id === target)?.version ?? c.ticket.version;
          const words = refusalOf(() =>
            takeAction(c, name, version, input, { ...momentFor(monday, input), actor: cast[who] }),
          );
          if (words === null || (offer && words !== offer.disabledReason))
            wrong.push(`${scene}: ${who} ${name} ${target}: ${words}`);
        }
      }
    expect(wrong).toEqual([]);
  },
);

const refusalOf = (act: () => unknown): string | null => {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
};

const targetsOf = (c: Case, name: VerbName): (string | null)[] => {
  const rows = { appeal: c.appeals, dispatch: c.dispatches, request: c.requests, order: c.orders, card: c.cards };
  const { about } = verbs[name];
  return about === 'ticket' ? [null] : rows[about].map((row) => row.id);
};
const short = (id: string) => id.replace(/^t1-/, '');
function memo<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key));
    return known.get(key) as T;
  };
}
