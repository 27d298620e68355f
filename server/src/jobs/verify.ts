import { findCase } from '@hotline/db/cases/cases';
import { counterChecks, membersBySql } from '@hotline/db/figures/checks';
import { integrity, rowChecks, spreadTickets } from '@hotline/db/store/checks';
import type { Db, Store } from '@hotline/db/store/open';
import { type AnyFacts, anySource } from '@hotline/shared/figures/facts/index';
import type { Facts } from '@hotline/shared/figures/facts/source';
import type { Figure, Verdict } from '@hotline/shared/figures/figure';
import { figureList } from '@hotline/shared/figures/index';
import { verdictOf } from '@hotline/shared/figures/verdict';

export type Checked = { name: string; ok: boolean; detail: string };

/** So many cases are counted once more by the figures' own definitions. */
const sampled = 200;

/** Proves that the store keeps its promises; reads only. It reads every row, so give it minutes on a large city. */
export async function verify(store: Store): Promise<{ checks: Checked[] }> {
  const { reader } = store;
  const checks = [checked('the database is intact', await integrity(store))];
  for (const { name, broken } of [...rowChecks, ...counterChecks]) checks.push(checked(name, await broken(reader)));
  // A live figure is asked of this moment; its members are those of the other figures over the same rows.
  for (const figure of figureList.filter((f) => f.measure.as !== 'live'))
    checks.push(checked(`${figure.id} in SQL is its definition`, await unlikeDefinition(reader, figure)));
  return { checks };
}

const checked = (name: string, broken: readonly string[]): Checked => ({
  name,
  ok: broken.length === 0,
  detail: broken.length === 0 ? '' : broken.join('、'),
});

/** Members that only one of SQL and the pure definition has, or has with other facts, over a sample of cases. */
async function unlikeDefinition(db: Db, figure: Figure): Promise<string[]> {
  const ids = (await spreadTickets(db, sampled)).map((t) => t.id);
  const bySql = (await membersBySql(db, figure, ids)).map(({ verdict, facts }) => textOf(figure, verdict, facts));
  const byDefinition: string[] = [];
  for (const id of ids) {
    const c = await findCase(db, id);
    for (const facts of c ? anySource(figure.over).of(c) : []) {
      const verdict = verdictOf(figure, facts as AnyFacts);
      if (verdict !== null) byDefinition.push(textOf(figure, verdict, facts as Facts));
    }
  }
  return [...lacking(bySql, byDefinition), ...lacking(byDefinition, bySql)].slice(0, 5);
}

/** A flow's members that left stand as `in` in SQL; the definition says it with their exit. */
function textOf({ measure, over }: Figure, verdict: Verdict, facts: Facts): string {
  const left = measure.as === 'flow' && verdict === 'out' && facts[measure.exit] !== null;
  const values = Object.keys(anySource(over).standing).map((field) => String(facts[field]));
  return [facts.id, left ? 'in' : verdict, ...values].join(' ');
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
