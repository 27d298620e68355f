import type { Scope } from '@hotline/shared/people/scope';
import type { Ticket } from '@hotline/shared/ticket/model/ticket';
import { type ListedTicket, shownTicket } from '../lists/lists.ts';
import type { Db } from '../store/open.ts';
import { type Clause, marks, rowsOf } from '../store/rows.ts';
import { scopeClause } from '../store/scope.ts';

type Alike = Omit<ListedTicket, 'sortValue' | 'sortN'>;
export type AlikeTickets = { byCaller: Alike[]; byPlace: Alike[] };
export type AlikeAsked = {
  readonly scope: Scope;
  readonly ticket: Pick<Ticket, 'id' | 'centreId' | 'categoryId' | 'regionCode'>;
  /** Of its callers. */
  readonly phones: readonly string[];
  readonly limit: number;
};
const joinable = "t.status in ('awaitingDispatch','handling')";

/** Tickets that may be about the same matter and could still take this one in, newest first: of the same caller, at the same place. */
export async function alikeTickets(db: Db, { scope, ticket, phones, limit }: AlikeAsked): Promise<AlikeTickets> {
  const { categoryId, regionCode } = ticket;
  const find = async (likeness: Clause) => {
    const seen = scopeClause(scope, 't');
    const text = `select ${shownTicket} from ticket t where ${joinable} and t.id <> ? and t.centre_id = ?
      and ${likeness.text} and ${seen.text} order by t.received_at desc, t.n desc limit ${limit}`;
    return rowsOf<Alike>(db, text, [ticket.id, ticket.centreId, ...likeness.values, ...seen.values]);
  };
  const byCaller = phones.length === 0 ? [] : await find(ofCallers(phones));
  if (categoryId === null || regionCode === null) return { byCaller, byPlace: [] };
  const byPlace = await find({ text: 't.category_id = ? and t.region_code = ?', values: [categoryId, regionCode] });
  return { byCaller, byPlace };
}

const ofCallers = (phones: readonly string[]): Clause => ({
  text: `t.id in (select a.ticket_id from appeal a where a.phone in (${marks(phones.length)}))`,
  values: phones,
});
