import { type Head, readHead } from '@hotline/db/cases/events';
import { type Merged, mergeChanges } from '@hotline/db/figures/mergeChanges';
import type { Question as FigureQuestion, GroupBy } from '@hotline/db/figures/question';
import { listMembers, type Member, type MembersAsked } from '@hotline/db/figures/rows';
import { type Sum, sumFigure } from '@hotline/db/figures/sums';
import { type AlikeAsked, type AlikeTickets, alikeTickets } from '@hotline/db/finding/alike';
import { type PastAsked, type PastTicket, pastOf, routedOf } from '@hotline/db/finding/routed';
import { type Likeness, likenesses, type Told } from '@hotline/db/finding/similar';
import { usesOf } from '@hotline/db/knowledge/articles';
import { countDesks } from '@hotline/db/lists/deskCounts';
import type { Sort, TicketFilter } from '@hotline/db/lists/lists';
import { openIdsIn, openWorkOf } from '@hotline/db/lists/openWork';
import { countTickets } from '@hotline/db/lists/views';
import type { OpenWork } from '@hotline/shared/desks/work';
import type { Actor } from '@hotline/shared/people/actor';
import { type Scope, scopeOf } from '@hotline/shared/people/scope';
import { type Experience, experienceOf } from '@hotline/shared/routing/experience';
import { writeExport } from '../exports/writeExport.ts';
import { countFound } from '../finding/find.ts';
import type { Question } from './question.ts';

type Counted = { scope: Scope; path: string | undefined; now: string };

const recount: Question<{ q: FigureQuestion; groupBy: GroupBy }, Sum[]> = (db, { q, groupBy }) =>
  sumFigure(db, q, groupBy);
const members: Question<MembersAsked, Member[]> = listMembers;
type View = { viewer: Actor; q: string | null; filter: TicketFilter; sort: Sort };
const countView: Question<View, number> = (db, { viewer, q, filter, sort }) =>
  q ? countFound(db, viewer, q, filter) : countTickets(db, scopeOf(viewer), filter, sort);
const counts: Question<Counted, Head & { counts: Record<string, number> }> = async (db, { scope, path, now }) => {
  const head = await readHead(db);
  return { ...head, counts: await countDesks(db, scope, path, now) };
};

const alike: Question<AlikeAsked, AlikeTickets> = alikeTickets;
const alikeInWords: Question<Told, Likeness[]> = likenesses;
type Experienced = { centreId: string; categoryIds: readonly string[]; since: string; area: string; today: string };
const experiences: Question<Experienced, Experience[]> = async (db, { centreId, categoryIds, since, area, today }) => {
  const found: Experience[] = [];
  for (const id of categoryIds) found.push(experienceOf(await routedOf(db, centreId, id, since), area, today));
  return found;
};
const settledBefore: Question<PastAsked, PastTicket[]> = pastOf;

const openIds: Question<Scope, string[]> = openIdsIn;
const openWork: Question<readonly string[], OpenWork[]> = openWorkOf;
const mergedChanges: Question<number, Merged> = mergeChanges;
const articleUses: Question<null, Map<string, number>> = (db) => usesOf(db);

/** Every read too heavy for the thread that answers people. */
export const questions = {
  recount,
  members,
  countView,
  counts,
  alike,
  likenesses: alikeInWords,
  experiences,
  settledBefore,
  openIds,
  openWork,
  mergedChanges,
  articleUses,
  writeExport,
} as const;
export type Questions = typeof questions;
