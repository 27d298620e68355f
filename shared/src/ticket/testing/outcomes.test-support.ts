import { Refusal } from '../../refusal.ts';
import { type OpenAction, openActions, takeAction } from '../lifecycle.ts';
import type { Case } from '../model/case.ts';
import type { VerbName } from '../verbs/index.ts';
import { condenser } from './condensed.test-support.ts';
import { crowd } from './crowd.test-support.ts';
import { effectOf, shapeOf } from './effect.test-support.ts';
import { inputs } from './otherInputs.test-support.ts';
import { inputOf, momentFor, moments, scenes } from './scenes.test-support.ts';
import { cast, moment, sideOf, type Who } from './town.test-support.ts';

type Input = Record<string, unknown>;
/** On the next day, and after every due where that makes a difference. */
const times = ['2026-11-03T03:00:00.000Z', '2026-12-01T03:00:00.000Z'];
const lateToo: readonly VerbName[] = ['amend', 'grantExtension', 'acceptReply', 'sendBackReply', 'approveReply'];

/**
 * Everything that comes of a verb, each change once, with the first case it came of and what else was said that came to the
 * same: by its usual input in every scene, and by whatever else may be said in the scenes and in the crowd.
 */
export function outcomesOf(name: VerbName): string[] {
  const byShape = new Map<string, { first: string; lines: readonly string[]; said: Set<string> }>();
  for (const { scene, c, who, action, at, isUsual } of tries()) {
    if (action.name !== name) continue;
    const usual = inputOf(action, c, who);
    const target = action.target === null ? {} : { [`${action.about}Id`]: action.target };
    const others = at === times[0] || at === times[1] ? (inputs[name]?.(c) ?? []) : [];
    for (const words of [...(isUsual ? [usual] : []), ...others.map((other) => ({ ...other, ...target }))]) {
      const lines = outcomeOf(c, action, words, who, at);
      const said = saidBeside(usual, words);
      const known = byShape.get(shapeOf(lines));
      if (known) known.said.add(said);
      else byShape.set(shapeOf(lines), { first: `${scene}, ${who}`, lines, said: new Set([said]) });
    }
  }
  if (byShape.size === 0) return ['nothing in these cases'];
  const condensed = condenser();
  return [...byShape.values()].flatMap(({ first, lines, said }) => [
    `# ${[first, ...[...said].filter(Boolean)].join(' | ')}`,
    ...lines.map(condensed),
  ]);
}

/** What was said otherwise than usual; empty: nothing. */
function saidBeside(usual: Input, words: Input): string {
  const otherwise = Object.entries(words).filter(
    ([key, value]) => JSON.stringify(usual[key]) !== JSON.stringify(value),
  );
  const left = Object.keys(usual).filter((key) => words[key] === undefined);
  const told = otherwise
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key} ${JSON.stringify(value)}`);
  return [...told, ...left.map((key) => `no ${key}`)].join(', ').replaceAll('"', '');
}

function outcomeOf(c: Case, action: OpenAction, input: Input, who: Who, at: string): string[] {
  try {
    const taken = takeAction(c, action.name, action.version, input, { ...momentFor(at, input), actor: cast[who] });
    return effectOf(c, taken, { at, by: cast[who].id, input });
  } catch (error) {
    if (error instanceof Refusal) return [`refused: ${error.message}`];
    throw error;
  }
}

type Try = { scene: string; c: Case; who: Who; action: OpenAction; at: string; isUsual: boolean };
let all: Try[] | undefined;

/** What is open to whom, each thing by the first who may do it on each side. Asked for inside tests, and once. */
function tries(): Try[] {
  all ??= [
    ...Object.entries(scenes()).flatMap(([scene, c]) => [
      ...moments.flatMap((at) => first(scene, c, at, true)),
      ...times.flatMap((at) => first(scene, c, at, false)),
    ]),
    ...Object.entries(crowd()).flatMap(([scene, c]) => times.flatMap((at) => first(scene, c, at, true))),
  ];
  return all;
}

function first(scene: string, c: Case, at: string, isUsual: boolean): Try[] {
  const known = new Set<string>();
  return (Object.keys(cast) as Who[]).flatMap((who) =>
    openActions(c, moment(at, { actor: cast[who] })).flatMap((action) => {
      // Two of one side do the same; only supervisors may not.
      const key = `${action.name} ${action.target} ${sideOf(who)} ${isUsual && who === 'supervisor'}`;
      if (action.disabledReason !== null || known.has(key)) return [];
      if (at === times[1] && !lateToo.includes(action.name)) return [];
      known.add(key);
      return [{ scene, c, who, action, at, isUsual }];
    }),
  );
}
