import type { Condition } from './condition.ts';
import { exclusionTerms } from './exclusions.ts';
import type { Figure, Verdict } from './figure.ts';
import { figureList } from './index.ts';
import { isCounted } from './verdict.ts';

/** docs/figures.md, word for word: the documentation of the figures is their definitions and cannot differ from them. */
export const figuresDocument = (): string => `${[heading, ...figureList.map(chapter)].join('\n\n')}\n`;

const heading = `# Figures

Written from \`shared/src/figures\` (\`pnpm exec vitest run --project unit shared/src/figures -u\`); do not edit by hand.

One definition drives SQL, counters, tooltip, drill-down, export and this page. A member belongs to the period in which its
cohort instant lies, if that has passed; 24:00 of a day belongs to the day. Exclusions and verdicts are ordered lists, the
first that holds wins, and whoever matches none is \`out\`. Rates are floored to two decimals; nothing due is "—". Whole past
days come from counters, dues of the day of \`asOf\` from the rows by index, an earlier \`asOf\` from the rows and from the facts kept
when a change made them untellable. What was published is stored as published.`;

function chapter(figure: Figure): string {
  const { id, term, words, measure, over, cohort, cohortWords, numerator, denominator, exclusions, verdicts } = figure;
  const lines = [
    `## ${term.zh} · ${term.en} (\`${id}\`, version ${figure.version})`,
    '',
    words.zh,
    '',
    words.en,
    '',
    `- member: one ${over}${figure.members ? ` with ${textOf(figure.members)}` : ''}`,
    `- cohort: \`${cohort}\`, ${cohortWords.zh} · ${cohortWords.en}`,
    `- ${measureText(figure)}`,
    `- numerator: ${numerator.zh} · ${numerator.en}`,
    ...(measure.as === 'rate' || measure.as === 'flow' ? [`- denominator: ${denominator.zh} · ${denominator.en}`] : []),
    ...exclusions.map(([reason, when]) => `- left out, ${exclusionTerms[reason].zh} (\`${reason}\`): ${textOf(when)}`),
    ...verdicts.map(([verdict, when]) => `- \`${verdict}\`${weightText(figure, verdict)}: ${textOf(when)}`),
    ...(figure.originally ? [`- beside it by the original due: ${Object.keys(figure.originally).join(' + ')}`] : []),
    `- by ${figure.groups.join(', ')}`,
  ];
  return lines.join('\n');
}

function measureText({ measure }: Figure): string {
  if (measure.as === 'sum') return `measure: sum of \`${measure.amount}\``;
  if (measure.as === 'flow') return `measure: flow, left at \`${measure.exit}\``;
  if (measure.as === 'live') return `measure: how many stand now, cohort ${measure.when}`;
  return `measure: ${measure.as}`;
}

function weightText({ weights, unit, measure }: Figure, verdict: Verdict): string {
  const weight = weights[verdict];
  if (measure.as !== 'rate' || !isCounted(verdict) || weight === undefined) return '';
  return unit === 1 ? ' (in the numerator)' : ` (counts ${weight} of ${unit})`;
}

function textOf(condition: Condition): string {
  if ('has' in condition) return `\`${condition.has}\``;
  if ('before' in condition) return `\`${condition.before.join(' < ')}\``;
  if ('same' in condition) return `\`${condition.same.join(' = ')}\``;
  if ('is' in condition) return `\`${condition.is} = ${condition.oneOf.join(' | ')}\``;
  if ('not' in condition) return `no ${textOf(condition.not)}`;
  return 'all' in condition ? condition.all.map(textOf).join(' and ') : condition.any.map(textOf).join(' or ');
}
