import type { FigureDefinition, FigureRow } from '@hotline/shared/api/figures';
import { useSettings } from '../data/settings.ts';
import type { Lang } from '../text/translate.ts';

const grouped = (n: number, digits = 0) =>
  n.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** The numerator as people write it: parts of a unit with a decimal, fen as yuan. */
export const numeratorText = ({ measure }: FigureDefinition, row: Pick<FigureRow, 'numerator' | 'unit'>): string =>
  measure === 'sum'
    ? grouped(row.numerator / 100, 2)
    : row.unit === 1
      ? grouped(row.numerator)
      : grouped(row.numerator / row.unit, 1);

/** The one value of a figure: a rate, an amount, a number; — where nothing is due. */
export function valueText(definition: FigureDefinition, row: Pick<FigureRow, 'numerator' | 'unit' | 'rate'>): string {
  if (isRate(definition)) return row.rate === null ? '—' : `${row.rate}%`;
  return definition.measure === 'sum' ? `¥${numeratorText(definition, row)}` : numeratorText(definition, row);
}

export const isRate = ({ measure }: FigureDefinition) => measure === 'rate' || measure === 'flow';

/** Percentage points, or the number, more or less than in the period before; null where one of them is nothing. */
export function change(definition: FigureDefinition, now: FigureRow, before: FigureRow | null): string | null {
  if (!before) return null;
  if (!isRate(definition)) return signed(now.numerator - before.numerator, definition.measure === 'sum' ? 2 : 0);
  if (now.rate === null || before.rate === null) return null;
  return signed(Math.round(Number(now.rate) * 100) - Math.round(Number(before.rate) * 100), 2);
}

const signed = (n: number, digits: number) =>
  `${n > 0 ? '+' : n < 0 ? '−' : '±'}${grouped(Math.abs(n) / 10 ** digits, digits)}`;

type DefinitionText = Record<'term' | 'words' | 'cohort' | 'met' | 'missed' | 'numerator' | 'denominator', string>;
// One function for each language, so that an effect may depend on it.
const textsIn: Record<Lang, (d: FigureDefinition) => DefinitionText> = {
  zh: ({ term, words, cohort, met, missed, numerator, denominator }) => ({
    ...{ term, words, cohort, met, missed, numerator, denominator },
  }),
  en: (d) => ({
    term: d.termEn,
    words: d.wordsEn,
    cohort: d.cohortEn,
    met: d.metEn,
    missed: d.missedEn,
    numerator: d.numeratorEn,
    denominator: d.denominatorEn,
  }),
};

/** The words of a definition in the person's language. */
export const useDefinitionText = () => textsIn[useSettings((s) => s.lang)];
