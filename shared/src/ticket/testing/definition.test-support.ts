import { verbNamed } from '../lifecycle.ts';
import type { CitizenSentence } from '../showing.ts';
import type { VerbName } from '../verbs/index.ts';

/** What a verb says of itself, on a few lines. */
export function definitionOf(name: VerbName): string[] {
  const { term, termEn, about, from, additive, timeline, citizen, button, needs, input, reasons, unasked } =
    verbNamed(name);
  const required = new Set((input as { required?: readonly string[] }).required);
  const inputs = Object.keys(input.properties).map((field) => (required.has(field) ? field : `${field}?`));
  return [
    `${name} ${term} · ${termEn}`,
    `about: ${about}${additive ? ', additive' : ''}, from ${from.join(' ')}`,
    `input ${inputs.join(' ') || 'nothing'}${unasked ? `, not asked for: ${unasked.join(' ')}` : ''}`,
    ...(reasons ? [`reasons ${reasons.map((r) => r.code).join(' ')}`] : []),
    ...(needs ? [`needs ${Object.keys(needs).join(' ')}`] : []),
    button
      ? `button ${typeof button.prominence === 'function' ? 'by what is pending' : button.prominence}, key ${button.key ?? 'none'}${button.batch ? ', many at once' : ''}, afterwards ${button.afterwards}`
      : 'no button: the clock does it',
    `staff read ${timeline.zh}`,
    `citizens read ${sentencesOf(citizen).join(' / ') || 'nothing'}`,
  ];
}

/** Everything the citizen may read of it, of 「某局」. */
function sentencesOf(citizen: CitizenSentence): string[] {
  if (citizen === 'notTold') return [];
  const views = (['citizen', 'hotline'] as const).flatMap((by) => [true, false].map((is) => ({ by, is })));
  const all = views.map(({ by, is }) => citizen({ department: '某局', by, changed: () => is }) ?? '—');
  return [...new Set(all)];
}
