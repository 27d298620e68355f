import type { CaseAnswer } from '@hotline/shared/api/tickets';
import type { OpenAction } from '@hotline/shared/ticket/lifecycle';
import type { Timeline } from './openCase.ts';

/** What every form rests on: the matter, how urgent it is, who handles it and by when. */
export type Facts = {
  title: string;
  kind: string;
  urgency: string;
  categoryId: string | null;
  regionCode: string | null;
  address: string | null;
  content: string;
  againstDepartmentId: string | null;
  lead: string | null;
  assists: readonly string[];
  dueAt: string | null;
};
export type FactName = keyof Facts;
export type FactChange = { readonly field: FactName; readonly was: unknown; readonly theirs: unknown };

const ended = ['returned', 'released'];

/** The facts a form about this target rests on; of the appeal and the dispatch it is about where it is about one. */
export function factsOf(
  { ticket, appeals, dispatches }: CaseAnswer,
  { about, target }: Pick<OpenAction, 'about' | 'target'>,
): Facts {
  const open = appeals.filter((a) => a.status === 'open');
  const appeal = (about === 'appeal' ? appeals.find((a) => a.id === target) : open[0]) ?? appeals[0];
  const current = dispatches.filter(
    (d) => d.round === ticket.round && d.parentId === null && !ended.includes(d.status),
  );
  const lead = current.find((d) => d.role === 'lead');
  const own = about === 'dispatch' ? dispatches.find((d) => d.id === target) : lead;
  return {
    title: ticket.title,
    kind: ticket.kind,
    urgency: ticket.urgency,
    categoryId: ticket.categoryId,
    regionCode: ticket.regionCode,
    address: appeal?.address ?? null,
    content: appeal?.content ?? '',
    againstDepartmentId: appeal?.againstDepartmentId ?? null,
    lead: lead?.departmentId ?? null,
    assists: current
      .filter((d) => d.role === 'assist')
      .map((d) => d.departmentId)
      .toSorted(),
    dueAt: own?.dueAt ?? null,
  };
}

export const changedFacts = (then: Facts, now: Facts): FactChange[] =>
  (Object.keys(now) as FactName[])
    .filter((field) => JSON.stringify(then[field]) !== JSON.stringify(now[field]))
    .map((field) => ({ field, was: then[field], theirs: now[field] }));

/**
 * The entry of the timeline by which a field became what it is: the last one after `seq` that names it. For a form opened
 * again from its draft that was before: then the last one at all.
 */
export function whoChanged(field: string, events: Timeline, seq: number): Timeline[number] | undefined {
  const fresh = events.filter((e) => e.seq > seq);
  const namesIt = ({ fields }: Timeline[number]) => fields.some((f) => isAbout(f, field));
  return fresh.findLast(namesIt) ?? fresh.at(-1) ?? events.findLast(namesIt);
}

/** Whose turn it is changes by a turn that begins or ends. */
const isAbout = (changed: string, field: string) =>
  field === 'lead' || field === 'assists'
    ? /^\+.*-d\d+$/.test(changed) || changed.endsWith('.endedAt')
    : changed.split('.').at(-1) === field;
