import type { Question } from '@hotline/db/figures/question';
import type { Sum } from '@hotline/db/figures/sums';
import type { FigureRow } from '@hotline/shared/api/figures';
import type { ScoreRow, Scores } from '@hotline/shared/api/scores';
import { ranked } from '@hotline/shared/assessment/rank';
import { monthOfDay, schemeMonth } from '@hotline/shared/assessment/schemeMonth';
import { figuresOf, type Scheme } from '@hotline/shared/assessment/schemes';
import { scoreOf } from '@hotline/shared/assessment/score';
import { figures } from '@hotline/shared/figures/index';
import { within } from '@hotline/shared/people/actor';
import { offsetOfCentre } from '@hotline/shared/people/directory';
import { figureReaders } from '@hotline/shared/people/roles';
import { scopeOf } from '@hotline/shared/people/scope';
import { Refusal } from '@hotline/shared/refusal';
import { localDate } from '@hotline/shared/time/instant';
import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../app/hotline.ts';
import { serve } from '../app/route.ts';
import { centreOf } from '../tickets/appealRoutes.ts';
import { definitionOf, rowOf } from './answers.ts';
import { drillOf, ofWholeCentre } from './question.ts';
import { sum } from './sum.ts';

/** 综合考核. The whole centre is counted for the ranks; a department is then shown its own line only. */
export function scoreRoutes(server: FastifyInstance, hotline: Hotline): void {
  serve(server, hotline, 'schemes', figureReaders, async ({ me }) => {
    const { version, schemes } = hotline.catalog.schemes(centreOf(hotline, me));
    return { version, items: schemes };
  });

  serve(server, hotline, 'scores', figureReaders, async ({ me, params, query }) => {
    const centreId = centreOf(hotline, me);
    const scheme = hotline.catalog.schemes(centreId).schemes.find(({ id }) => id === params.id);
    if (!scheme) throw new Refusal('notFound', '没有这个考核方案，请刷新后重新选择。');
    const { centres, departments } = scopeOf(me.actor);
    const scores = await scoresOf(hotline, centreId, scheme, query);
    const pathOf = (id: string) => hotline.catalog.directory().departments.get(id)?.path ?? '';
    const own = ({ departmentId }: ScoreRow) => departments.some((path) => within(pathOf(departmentId), path));
    return { ...scores, rows: centres.length > 0 ? scores.rows : scores.rows.filter(own) };
  });
}

/** Every department's score in a month of the scheme: this one where none is named. */
export async function scoresOf(
  hotline: Hotline,
  centreId: string,
  scheme: Scheme,
  query: { month?: string; asOf?: string },
): Promise<Scores> {
  const offset = offsetOfCentre(hotline.catalog.directory(), centreId);
  const asked = query.asOf ? { asOf: query.asOf } : {};
  const month = query.month ?? monthOfDay(localDate(query.asOf ?? hotline.now(), offset), scheme.monthStart);
  const days = schemeMonth(month, scheme.monthStart);
  const counted = new Map<string, { q: Question; of: Map<string, Sum> }>();
  for (const name of figuresOf(scheme)) {
    const q = ofWholeCentre(hotline, centreId, figures[name], { ...days, ...asked });
    const sums = await sum(hotline, q, 'department');
    counted.set(name, { q, of: new Map(sums.map((s) => [s.key, s])) });
  }
  const departmentIds = new Set([...counted.values()].flatMap(({ of }) => [...of.keys()]));
  departmentIds.delete('');
  const { departments } = hotline.catalog.directory();
  const entries = [...departmentIds].map((departmentId) => {
    const label = departments.get(departmentId)?.name ?? departmentId;
    const rows = new Map(
      [...counted].flatMap(([name, { q, of }]): [string, FigureRow][] => {
        const one = of.get(departmentId);
        return one ? [[name, rowOf(q.figure, one, label, drillOf(q, {}, 'department', departmentId))]] : [];
      }),
    );
    const rowFor = (name: string | undefined) => rows.get(name ?? '') ?? null;
    const { hundredths, score, points, off } = scoreOf(scheme, (name) => {
      const row = rowFor(name);
      return row ? { ...row, better: figures[name].better } : undefined;
    });
    return {
      departmentId,
      hundredths,
      n: rowFor(scheme.parts[0]?.figure)?.denominator ?? 0,
      label,
      score,
      parts: scheme.parts.map(({ figure }, i) => ({ points: points[i] ?? null, row: rowFor(figure) })),
      deductions: scheme.deductions.map(({ figure }, i) => ({
        times: off[i]?.times ?? 0,
        points: off[i]?.points ?? '0.00',
        row: rowFor(figure),
      })),
    };
  });
  return {
    scheme,
    schemeVersion: hotline.catalog.schemes(centreId).version,
    definitions: [...counted.values()].map(({ q }) => definitionOf(q.figure)),
    month,
    ...days,
    asOf: [...counted.values()][0]?.q.asOf ?? hotline.now(),
    rows: ranked(entries, scheme.groups, scheme.leastCount).map(({ hundredths, n, ...row }) => ({
      ...row,
      counted: n,
    })),
  };
}
