import { expect, test } from 'vitest';
import { Refusal } from '../refusal.ts';
import { type VerbName, verbNames, verbs } from './actions/index.ts';
import type { Case } from './case.ts';
import { changes } from './changes.test-support.ts';
import { openActions, takeAction } from './lifecycle.ts';
import { inputOf, momentFor, moments, scenes } from './scenes.test-support.ts';
import { cast, moment, type Who } from './town.test-support.ts';

const everybody = Object.keys(cast) as Who[];
const [monday] = moments;
/** Asked for inside tests, and once: what is computed while a file loads belongs to no test. */
const told = memo(() => Object.entries(scenes()));
const offersOf = memo((key: string) => {
  const [scene = '', who, at = ''] = key.split('|');
  const c = new Map(told('')).get(scene);
  return c ? openActions(cast[who as Who], c, moment(at)) : [];
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
  await expect(`${lines.join('\n').trim()}\n`).toMatchFileSnapshot('offers.txt');
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
  await expect(`${lines.join('\n').trim()}\n`).toMatchFileSnapshot('reasons.txt');
});

test('what each verb changes: every field, and nothing besides', async () => {
  const effects = new Map<VerbName, Map<string, string>>(verbNames.map((name) => [name, new Map()]));
  for (const [scene, c] of told(''))
    for (const at of moments)
      for (const who of everybody)
        for (const action of offersOf(`${scene}|${who}|${at}`)) {
          if (action.disabledReason !== null) continue;
          const input = inputOf(action, c, who);
          const { case: after, other } = takeAction(
            c,
            action.name,
            action.version,
            input,
            cast[who],
            momentFor(at, input),
          );
          const lines = [...changes(c, after), ...(other ? ['and there', ...changes(other.before, other.case)] : [])];
          // What differs only in who, when and which is told once.
          const known = effects.get(action.name);
          const shape = shapeOf(lines);
          if (!known?.has(shape)) known?.set(shape, [`## ${scene}, ${who}`, ...lines].join('\n'));
        }
  const chapters = [...effects].map(([name, known]) => `# ${name}\n\n${[...known.values()].join('\n\n')}\n`);
  await expect(chapters.join('\n')).toMatchFileSnapshot('effects.txt');
});

test('what is not offered is refused, and what must wait is refused in the words beside the button', () => {
  for (const [scene, c] of told('').filter((_, i) => i % 4 === 3))
    for (const who of everybody) {
      const offers = offersOf(`${scene}|${who}|${monday}`);
      for (const name of verbNames)
        for (const target of targetsOf(c, name)) {
          const offer = offers.find((o) => o.name === name && o.target === target);
          if (offer?.disabledReason === null) continue;
          const input = inputOf({ name, about: verbs[name].about, target }, c, who);
          const version = c.dispatches.find((d) => d.id === target)?.version ?? c.ticket.version;
          const act = () => takeAction(c, name, version, input, cast[who], momentFor(monday, input));
          expect(act, `${scene}: ${who} ${name} ${target}`).toThrow(offer?.disabledReason ?? Refusal);
        }
    }
});

const targetsOf = (c: Case, name: VerbName): (string | null)[] => {
  const rows = { appeal: c.appeals, dispatch: c.dispatches, request: c.requests, order: c.orders, card: c.cards };
  const { about } = verbs[name];
  return about === 'ticket' ? [null] : rows[about].map((row) => row.id);
};
const short = (id: string) => id.replace(/^t1-/, '');
const shapeOf = (lines: readonly string[]) =>
  lines
    .join('\n')
    .replace(/\b(Sun|Mon|Tue|Wed|Thu|Fri|Sat) [\d-]+ [\d:.]+|\d{4}-\d\d-\d\d/g, 'T')
    .replace(/\b(\w*By|\w+Id|by) \S+/g, '$1 W')
    .replace(/\b[a-z]\d+\b/g, 'I');

function memo<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key));
    return known.get(key) as T;
  };
}
