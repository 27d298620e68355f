import type { Scores } from '@hotline/shared/api/scores';
import type { Lang, Translate } from '../../text/translate.ts';
import type { Part } from '../DrillButton.tsx';

/** What each part and deduction of the scheme is called, and what defines it. */
export function columnsOf({ scheme, definitions }: Scores, lang: Lang, t: Translate) {
  const definitionOf = (figure: string) => definitions.find(({ id }) => id === figure);
  const nameOf = (figure: string) => {
    const definition = definitionOf(figure);
    return (lang === 'zh' ? definition?.term : definition?.termEn) ?? figure;
  };
  return {
    parts: scheme.parts.map(({ figure, weight }) => ({
      name: nameOf(figure),
      weight,
      definition: definitionOf(figure),
    })),
    deductions: scheme.deductions.map((deduction) => ({
      name: t(deduction.by === 'each' ? 'scores.each' : 'scores.step', { figure: nameOf(deduction.figure) }),
      part: (deduction.by === 'each' && deduction.part === 'met' ? 'numerator' : 'rest') satisfies Part as Part,
      definition: definitionOf(deduction.figure),
    })),
  };
}

/** Rows by the scheme's groups, those of no group last; a group with nobody in it is left out. */
export function groupsOf({ scheme, rows }: Scores, t: Translate) {
  const named = scheme.groups.map(({ id, name }) => ({ id, name, rows: rows.filter((row) => row.groupId === id) }));
  const rest = { id: '', name: t('scores.noGroup'), rows: rows.filter((row) => row.groupId === null) };
  return [...named, rest].filter((group) => group.rows.length > 0);
}

export function scoreCsv(scores: Scores, lang: Lang, t: Translate): (string | number)[][] {
  const { parts, deductions } = columnsOf(scores, lang, t);
  const head = [
    t('scores.group'),
    t('report.rank'),
    t('report.filter.department'),
    t('scores.score'),
    ...parts.flatMap(({ name }) => [
      `${name}(%)`,
      `${name}·${t('report.numerator')}`,
      `${name}·${t('report.denominator')}`,
      `${name}·${t('scores.points')}`,
    ]),
    ...deductions.flatMap(({ name }) => [`${name}·${t('scores.times')}`, `${name}·${t('scores.off')}`]),
  ];
  return [
    head,
    ...groupsOf(scores, t).flatMap(({ name, rows }) =>
      rows.map((row) => [
        name,
        row.rank ?? '',
        row.label,
        row.score ?? '',
        ...row.parts.flatMap(({ points, row: counted }) => [
          counted?.rate ?? '',
          counted ? counted.numerator / counted.unit : '',
          counted?.denominator ?? '',
          points ?? '',
        ]),
        ...row.deductions.flatMap(({ times, points }) => [times, points]),
      ]),
    ),
  ];
}
