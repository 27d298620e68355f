import { findCase } from '@hotline/db/cases';
import { counterChecks, integrity, memberTexts, rowChecks, spreadTickets } from '@hotline/db/checks';
import type { Db, Store } from '@hotline/db/open';
import { type FigureName, figureNames, figures } from '@hotline/shared/figures/index';

export type Checked = { name: string; ok: boolean; detail: string };

/** So many cases are counted once more by the figures' own definitions. */
const sampled = 200;

/** Proves that the store keeps its promises; reads only. It reads every row, so give it minutes on a large city. */
export async function verify(store: Store): Promise<{ checks: Checked[] }> {
  const { reader } = store;
  const checks = [checked('the database is intact', await integrity(store))];
  for (const { name, broken } of [...rowChecks, ...counterChecks]) checks.push(checked(name, await broken(reader)));
  for (const figure of figureNames) {
    checks.push(checked(`${figure} in SQL is its definition`, await unlikeDefinition(reader, figure)));
  }
  return { checks };
}

const checked = (name: string, broken: readonly string[]): Checked => ({
  name,
  ok: broken.length === 0,
  detail: broken.length === 0 ? '' : broken.join('、'),
});

/** Rows that only one of SQL and the pure definition counts, over a sample of cases. */
async function unlikeDefinition(db: Db, figure: FigureName): Promise<string[]> {
  const bySql: string[] = [];
  const byDefinition: string[] = [];
  const sample = Map.groupBy(await spreadTickets(db, sampled), (t) => t.centreId);
  for (const [centreId, tickets] of sample) {
    const ids = tickets.map((t) => t.id);
    bySql.push(...(await memberTexts(db, figure, centreId, ids)));
    for (const id of ids) {
      const c = await findCase(db, id);
      for (const x of c ? figures[figure].contributions(c) : []) {
        const key = [id, x.day, x.departmentId, x.role, x.categoryId, x.excluded, x.timely, x.timelyOriginal];
        byDefinition.push(key.join(' '));
      }
    }
  }
  return [...lacking(bySql, byDefinition), ...lacking(byDefinition, bySql)].slice(0, 5);
}

/** What is in `rows` oftener than in `others`. */
function lacking(rows: readonly string[], others: readonly string[]): string[] {
  const left = [...others].sort();
  return [...rows].sort().filter((row) => {
    const i = left.indexOf(row);
    if (i >= 0) left.splice(i, 1);
    return i < 0;
  });
}
