import type { Bulletin } from '@hotline/shared/api/bulletins';
import type { Translate } from '../../text/translate.ts';
import { isSmall } from '../rank.ts';

type Line = Bulletin['figures'][number]['total'];
export type Numbers = {
  rate: string | null;
  numerator: number;
  denominator: number;
  unit: number;
  originalRate: string | null;
};

/** What was published where the month was published; what counts now where it was not. */
export const shown = (line: Line | undefined): Numbers | null =>
  line?.published ?? (line?.now ? { ...line.now, originalRate: line.now.original?.rate ?? null } : null);

/** The number counted now, where it is no longer the one that was published. */
export const changed = (line: Line | undefined): string | null => {
  if (!line?.published) return null;
  const { published, now } = line;
  const same = now?.numerator === published.numerator && now.denominator === published.denominator;
  return same ? null : (now?.rate ?? '—');
};

export type BulletinRow = { id: string; label: string; rank: number | null; lines: readonly (Line | undefined)[] };

/** One row a department, ranked by the first figure; those of whom little was due come last, without a rank. */
export function bulletinRows({ figures }: Bulletin): BulletinRow[] {
  const columns = byDepartment(figures);
  const ids = [...new Set(columns.flatMap(({ rows }) => rows.map((row) => row.departmentId ?? '')))];
  const rows = ids.map((id) => {
    const lines = columns.map(({ rows: own }) => own.find((row) => row.departmentId === id));
    const first = shown(lines[0]);
    const value = first && first.rate !== null && !isSmall(first) ? Number(first.rate) : null;
    return { id, label: lines.find((line) => line)?.label ?? id, lines, value, n: first?.denominator ?? 0 };
  });
  const sorted = rows.toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1) || b.n - a.n);
  let rank = 0;
  return sorted.map(({ id, label, lines, value }, i) => {
    if (sorted[i - 1]?.value !== value) rank = i + 1;
    return { id, label, lines, rank: value === null ? null : rank };
  });
}

/** The figures departments are compared by; the others are the centre's own. */
export const byDepartment = (figures: Bulletin['figures']) =>
  figures.filter(
    ({ definition }) =>
      definition.groups.includes('department') && definition.over !== 'appeal' && definition.over !== 'ticket',
  );

export function bulletinCsv(bulletin: Bulletin, t: Translate): (string | number)[][] {
  const columns = byDepartment(bulletin.figures);
  const head = [
    t('report.rank'),
    t('report.filter.department'),
    ...columns.flatMap(({ definition: { term, original } }) => [
      `${term}(%)`,
      `${term}·${t('report.numerator')}`,
      `${term}·${t('report.denominator')}`,
      ...(original ? [t('report.byOriginal')] : []),
    ]),
  ];
  const cells = (line: Line | undefined, original: boolean) => {
    const numbers = shown(line);
    return [
      numbers?.rate ?? '',
      numbers ? numbers.numerator / numbers.unit : '',
      numbers?.denominator ?? '',
      ...(original ? [numbers?.originalRate ?? ''] : []),
    ];
  };
  return [
    head,
    ...bulletinRows(bulletin).map(({ rank, label, lines }) => [
      rank ?? '',
      label,
      ...lines.flatMap((line, i) => cells(line, columns[i]?.definition.original === true)),
    ]),
  ];
}
