import type { Department } from '../../people/directory.ts';
import { complainedOf } from '../../people/permissions.ts';
import { sendDispatch } from '../clocks/sent.ts';
import { ruleFor } from '../clocks/subject.ts';
import type { Case } from '../model/case.ts';
import { type Dispatch, isOpen } from '../model/dispatch.ts';
import type { Ticket } from '../model/ticket.ts';
import type { Moment } from '../verb.ts';
import type { Why } from '../why.ts';

/** The one guard in front of every department: it exists, belongs to the centre, and is not the body complained of. */
export function mayReceive(c: Case, departmentId: string, m: Moment): Department | Why {
  const department = m.directory.departments.get(departmentId);
  if (!department || department.retiredAt || department.centreId !== c.ticket.centreId) return 'unknownDepartment';
  return complainedOf(c, department.path) ? 'againstDepartment' : department;
}

/** A lead with its assists, all clocks from this moment. */
export function sendAll(
  c: Case,
  leadId: string,
  assistIds: readonly string[],
  note: string | null,
  m: Moment,
): Dispatch[] | Why {
  const ids = [leadId, ...assistIds];
  if (new Set(ids).size !== ids.length) return 'duplicateDepartment';
  if (ids.some((id) => holdsAlready(c, id))) return 'duplicateDepartment';
  for (const id of ids) {
    const department = mayReceive(c, id, m);
    if (typeof department === 'string') return department;
  }
  const lead = sendDispatch(c, { departmentId: leadId, role: 'lead', offset: 0, note }, m);
  const assists = assistIds.map((departmentId, i) =>
    sendDispatch(c, { departmentId, role: 'assist', offset: i + 1, note, lead }, m),
  );
  return [lead, ...assists];
}

/** The ticket with a lead that is at work on it; whom it went to first, and when, is kept for good. */
export const sentOut = (t: Ticket, leadId: string, m: Moment): Ticket => ({
  ...t,
  status: 'handling',
  firstDispatchedAt: t.firstDispatchedAt ?? m.at,
  firstLeadId: t.firstLeadId ?? leadId,
  repliedAt: null,
});

/** The department is at work on it: an assist that goes on is released before it can be the lead. */
export const holdsAlready = (c: Case, departmentId: string) =>
  c.dispatches.some((d) => isOpen(d) && d.departmentId === departmentId);

/** How often leads of this round were allowed to give the ticket back, and how often the rule lets them. */
export function returnsLeft(c: Case, m: Moment): number {
  const returned = c.dispatches.filter(
    (d) => d.role === 'lead' && d.parentId === null && d.round === c.ticket.round && d.status === 'returned',
  );
  return ruleFor(c.ticket, m).rule.maxLeadReturns - returned.length;
}
