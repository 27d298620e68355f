import { expect, test } from 'vitest';
import { Refusal } from '../../refusal.ts';
import { openActions, takeAction } from '../lifecycle.ts';
import type { Case } from '../model/case.ts';
import { type VerbName, verbNames, verbs } from '../verbs/index.ts';
import { inputOf, momentFor, moments, scenes } from './scenes.test-support.ts';
import { cast, moment, type Who } from './town.test-support.ts';

const everybody = Object.keys(cast) as Who[];
const [monday] = moments;
/** Asked for inside tests, and once: what is computed while a file loads belongs to no test. */
const told = memo(() => Object.entries(scenes()));
const offersOf = memo((key: string) => {
  const [scene = '', who, at = ''] = key.split('|');
  const c = new Map(told('')).get(scene);
  return c ? openActions(c, moment(at, { actor: cast[who as Who] })) : [];
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
function memo<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key));
    return known.get(key) as T;
  };
}
