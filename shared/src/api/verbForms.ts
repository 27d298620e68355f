import { verbNamed } from '../ticket/lifecycle.ts';
import { type VerbName, verbNames } from '../ticket/verbs/index.ts';
import type { Catalog } from './catalog.ts';

/** Every verb as a console needs it: words, the form that can be drawn, and what its button does. */
export const verbForms: Catalog['verbs'] = Object.fromEntries(verbNames.map((name) => [name, formOf(name)]));

function formOf(name: VerbName): Catalog['verbs'][string] {
  const { term, termEn, about, input, timeline, button, unasked = [], reasons = [] } = verbNamed(name);
  const notAsked = [`${about}Id`, ...unasked];
  return {
    ...{ term, termEn, about, timeline },
    input: JSON.parse(JSON.stringify(input)) as unknown,
    asked: Object.keys(input.properties).filter((field) => !notAsked.includes(field)),
    reasons: reasons.map(({ code, zh, en }) => ({ code, zh, en })),
    batch: button?.batch ?? false,
    afterwards: button?.afterwards ?? 'stay',
  };
}
