import type { GroupBy, Question } from '@hotline/db/figures/question';
import type { Sum } from '@hotline/db/figures/sums';
import type { FigureDefinition, FigureRow } from '@hotline/shared/api/figures';
import { channelTerms, kindTerms } from '@hotline/shared/catalog/terms';
import type { Figure, Verdict } from '@hotline/shared/figures/figure';
import { measured } from '@hotline/shared/figures/measure';
import type { Channel, Kind } from '@hotline/shared/ticket/model/ticket';
import type { Hotline } from '../app/hotline.ts';

export const definitionOf = (figure: Figure): FigureDefinition => ({
  id: figure.id,
  version: figure.version,
  term: figure.term.zh,
  termEn: figure.term.en,
  words: figure.words.zh,
  wordsEn: figure.words.en,
  cohort: figure.cohortWords.zh,
  cohortEn: figure.cohortWords.en,
  numerator: figure.numerator.zh,
  numeratorEn: figure.numerator.en,
  denominator: figure.denominator.zh,
  denominatorEn: figure.denominator.en,
  met: figure.met.zh,
  metEn: figure.met.en,
  missed: figure.missed.zh,
  missedEn: figure.missed.en,
  measure: figure.measure.as,
  over: figure.over,
  due: figure.due,
  original: figure.originally !== null,
  better: figure.better,
  groups: [...figure.groups],
  exclusions: [...new Set(figure.exclusions.map(([reason]) => reason))],
});

export function rowOf(figure: Figure, sum: Sum, label: string, drill: string): FigureRow {
  const { met, denominator, excluded, ...rest } = measured(figure, sum);
  return {
    key: sum.key,
    label,
    ...rest,
    denominator,
    met,
    rest: denominator - met,
    excluded,
    excludedTotal: Object.values(excluded).reduce((total, n) => total + n, 0),
    since: sum.since,
    drill,
  };
}

/** Several groups as one. */
export function addedUp(sums: readonly Sum[]): Sum {
  const counts: Partial<Record<Verdict, number>> = {};
  for (const sum of sums)
    for (const [verdict, n] of Object.entries(sum.counts) as [Verdict, number][])
      counts[verdict] = (counts[verdict] ?? 0) + n;
  const since = sums.map((sum) => sum.since).filter((at) => at !== null);
  return {
    key: '',
    counts,
    amount: sums.reduce((total, sum) => total + sum.amount, 0),
    since: since.sort()[0] ?? null,
  };
}

export function labelOf(hotline: Hotline, { centreId }: Question, groupBy: GroupBy, key: string): string {
  if (key === '') return '（未归类）';
  const published = () => hotline.catalog.published(centreId);
  if (groupBy === 'department') return hotline.catalog.directory().departments.get(key)?.name ?? key;
  if (groupBy === 'category') return published().categories.find((c) => c.id === key)?.name ?? key;
  if (groupBy === 'region') return published().regions.find((r) => r.code === key)?.name ?? key;
  if (groupBy === 'kind') return kindTerms[key as Kind].zh;
  if (groupBy === 'channel') return channelTerms[key as Channel].zh;
  if (groupBy === 'role') return key === 'lead' ? '主办' : key === 'assist' ? '协办' : '—';
  return key;
}
