import { findCase } from '@hotline/db/cases/cases';
import { counterChecks, membersBySql } from '@hotline/db/figures/checks';
import { integrity, rowChecks, spreadTickets } from '@hotline/db/store/checks';
import type { Db, Store } from '@hotline/db/store/open';
import { type SampledCall, spreadCalls } from '@hotline/db/telephony/callSample';
import { factsOfCall } from '@hotline/shared/figures/facts/callFacts';
import { type AnyFacts, anySource } from '@hotline/shared/figures/facts/index';
import type { Common, Facts } from '@hotline/shared/figures/facts/source';
import type { Figure, Verdict } from '@hotline/shared/figures/figure';
import { figureList } from '@hotline/shared/figures/index';
import { verdictOf } from '@hotline/shared/figures/verdict';
import type { Case } from '@hotline/shared/ticket/model/case';

export type Checked = { name: string; ok: boolean; detail: string };

/** So many cases are counted once more by the figures' own definitions. */
const sampled = 200;

/** Proves that the store keeps its promises; reads only. It reads every row, so give it minutes on a large city. */
export async function verify(store: Store): Promise<{ checks: Checked[] }> {
  const { reader } = store;
  const checks = [checked('the database is intact', await integrity(store))];
  for (const { name, broken } of [...rowChecks, ...counterChecks]) checks.push(checked(name, await broken(reader)));
  const samples = await takeSamples(reader);
  // A live figure is asked of this moment; its members are those of the other figures over the same rows.
  for (const figure of figureList.filter((f) => f.measure.as !== 'live'))
    checks.push(checked(`${figure.id} in SQL is its definition`, await unlikeDefinition(reader, figure, samples)));
  return { checks };
}

const checked = (name: string, broken: readonly string[]): Checked => ({
  name,
  ok: broken.length === 0,
  detail: broken.length === 0 ? '' : broken.join('、'),
});

/** Cases, evenly spread, and calls likewise: a call is of no case, and most have no ticket. */
type Samples = { readonly cases: readonly Case[]; readonly calls: readonly SampledCall[] };

async function takeSamples(db: Db): Promise<Samples> {
  const cases: Case[] = [];
  for (const { id } of await spreadTickets(db, sampled)) {
    const c = await findCase(db, id);
    if (c) cases.push(c);
  }
  return { cases, calls: await spreadCalls(db, sampled) };
}

/** Members that only one of SQL and the pure definition has, or has with other facts, over the samples. */
async function unlikeDefinition(db: Db, figure: Figure, { cases, calls }: Samples): Promise<string[]> {
  const ofCalls = figure.over === 'call';
  const of = ofCalls
    ? { field: 'id' as const, ids: calls.map(({ call }) => call.id) }
    : { field: 'ticketId' as const, ids: cases.map((c) => c.ticket.id) };
  const facts: readonly Common[] = ofCalls
    ? calls.map(({ call, logged }) => factsOfCall(call, logged))
    : cases.flatMap((c) => anySource(figure.over).of(c));
  const bySql = (await membersBySql(db, figure, of)).map((m) => textOf(figure, m.verdict, m.facts));
  const byDefinition = facts.flatMap((f) => {
    const verdict = verdictOf(figure, f as AnyFacts);
    return verdict === null ? [] : [textOf(figure, verdict, f as Facts)];
  });
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
