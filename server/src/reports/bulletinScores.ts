import type { PublishedScoreRow } from '@hotline/db/store/publishedRows';
import type { Bulletin } from '@hotline/shared/api/bulletins';
import type { Hotline } from '../app/hotline.ts';
import { scoresOf } from './scores.ts';

type ScoreLine = Omit<PublishedScoreRow, 'bulletinId'>;

/** Every scheme's ranking of the month as it counts now, as rows to be stored. */
export async function scoresNow(hotline: Hotline, centreId: string, month: string): Promise<ScoreLine[]> {
  const { version, schemes } = hotline.catalog.schemes(centreId);
  const lines = [];
  for (const scheme of schemes) {
    const { rows } = await scoresOf(hotline, centreId, scheme, { month });
    for (const { departmentId, groupId, rank, of, score, counted, parts, deductions } of rows)
      lines.push({
        scheme: scheme.id,
        schemeVersion: version,
        schemeName: scheme.name,
        departmentId,
        groupName: scheme.groups.find(({ id }) => id === groupId)?.name ?? null,
        rank,
        ranked: of,
        score,
        counted,
        detail: JSON.stringify({ parts, deductions }),
      });
  }
  return lines;
}

export function byScheme(hotline: Hotline, lines: readonly ScoreLine[]): Bulletin['scores'] {
  const { departments } = hotline.catalog.directory();
  return [...new Set(lines.map(({ scheme }) => scheme))].map((scheme) => {
    const own = lines.filter((line) => line.scheme === scheme);
    const rows = own.map(({ departmentId, groupName, rank, ranked, score, counted }) => ({
      departmentId,
      label: departments.get(departmentId)?.name ?? departmentId,
      group: groupName,
      rank: rank === null ? null : Number(rank),
      ranked: Number(ranked),
      score,
      counted: Number(counted),
    }));
    return { scheme, name: own[0]?.schemeName ?? scheme, rows };
  });
}
