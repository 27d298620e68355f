import { openActions } from '../lifecycle.ts';
import type { Case } from '../model/case.ts';
import type { VerbName } from '../verbs/index.ts';
import { moments, scenes } from './scenes.test-support.ts';
import { cast, moment, type Who } from './town.test-support.ts';

/** To whom a verb is offered and in which scenes, by what stands beside its button on each of the days. */
export function offersOf(name: VerbName): string[] {
  const byWords = new Map<string, Map<string, string[]>>();
  for (const [scene, targets] of offers(name)) {
    for (const [target, byWho] of targets) {
      const people = Map.groupBy([...byWho], ([, days]) => wordsOf(days));
      for (const [words, whos] of people) {
        const who = whos.map(([id]) => id).join(' ');
        const places = byWords.get(words) ?? new Map<string, string[]>();
        byWords.set(words, places.set(who, [...(places.get(who) ?? []), target ? `${scene} ${target}` : scene]));
      }
    }
  }
  return [...byWords]
    .sort(([a], [b]) => (a === ready ? -1 : b === ready ? 1 : 0))
    .flatMap(([words, places]) => [words, ...[...places].map(([who, where]) => `  ${who}: ${folded(where)}`)]);
}

/** «sent d1», «sent d2» are told as «sent d1 d2». */
function folded(places: readonly string[]): string {
  const byScene = Map.groupBy(places, (place) => place.replace(/ [a-z]\d+$/, ''));
  return [...byScene]
    .map(([scene, all]) => [scene, ...all.map((place) => place.slice(scene.length + 1)).filter(Boolean)].join(' '))
    .join('; ');
}

type Days = (string | null)[];
const ready = 'ready';
const told = (reason: string | null | undefined) => (reason === undefined ? 'not offered' : (reason ?? ready));

/** The same words on every day are said once. */
function wordsOf(days: Days): string {
  const words = moments.map((_, i) => told(days[i]));
  return new Set(words).size === 1 ? (words[0] ?? ready) : words.map((word, i) => `${i + 1} ${word}`).join(' ');
}

type Offers = Map<string, Map<string, Map<string, Days>>>;
const byVerb = new Map<VerbName, Offers>();

function offers(name: VerbName): Offers {
  if (byVerb.size === 0) for (const [scene, c] of Object.entries(scenes())) note(scene, c);
  return byVerb.get(name) ?? new Map();
}

function note(scene: string, c: Case): void {
  for (const [day, at] of moments.entries())
    for (const who of Object.keys(cast) as Who[])
      for (const { name, target, disabledReason } of openActions(c, moment(at, { actor: cast[who] }))) {
        const verb: Offers = byVerb.get(name) ?? new Map();
        const targets = verb.get(scene) ?? new Map<string, Map<string, Days>>();
        const id = (target ?? '').replace(/^t1-/, '');
        const people = targets.get(id) ?? new Map<string, Days>();
        const days = people.get(who) ?? [];
        days[day] = disabledReason;
        byVerb.set(name, verb.set(scene, targets.set(id, people.set(who, days))));
      }
}
