import { type Head, readHead } from '@hotline/db/events';
import {
  type FigureFilter,
  type GroupBy,
  listMembers,
  type Member,
  type Period,
  type Sum,
  sumFigure,
} from '@hotline/db/figureReads';
import { countDesks, type ListedTicket, listTickets, type Page, type TicketFilter } from '@hotline/db/lists';
import type { FigureName } from '@hotline/shared/figures/index';
import type { Scope } from '@hotline/shared/people/scope';
import { writeExport } from '../exports/writeExport.ts';
import type { Question } from './question.ts';

type Figure = { figure: FigureName; centreId: string; period: Period; filter: FigureFilter };
type Members = Figure & {
  part: 'denominator' | 'numerator' | 'late' | 'excluded';
  scope: Scope;
  after: { value: string; n: number } | null;
  limit: number;
};

type Counted = { scope: Scope; path: string | undefined; now: string };

const recount: Question<Figure & { groupBy: GroupBy }, Sum[]> = (db, q) =>
  sumFigure(db, q.figure, q.centreId, q.period, q.filter, q.groupBy);
const members: Question<Members, Member[]> = (db, q) =>
  listMembers(db, q.figure, q.centreId, q.period, q.filter, q.part, q.scope, q.after, q.limit);
const tickets: Question<{ scope: Scope; filter: TicketFilter; page: Page }, ListedTicket[]> = (db, q) =>
  listTickets(db, q.scope, q.filter, q.page);
const counts: Question<Counted, Head & { counts: Record<string, number> }> = async (db, { scope, path, now }) => {
  const head = await readHead(db);
  return { ...head, counts: await countDesks(db, scope, path, now) };
};

/** Every read too heavy for the thread that answers people. */
export const questions = { recount, members, tickets, counts, writeExport } as const;
export type Questions = typeof questions;
