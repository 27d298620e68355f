import { type Case, replace } from '../model/case.ts';
import { type Dispatch, isOpen } from '../model/dispatch.ts';
import type { Ticket } from '../model/ticket.ts';
import type { Moment } from '../verb.ts';
import { stillAt } from './clock.ts';
import { signColumns, ticketColumns, withReply } from './columns.ts';
import { asItStands, moved, replyClocksOf } from './counting.ts';
import { ruleFor } from './subject.ts';

/**
 * A raised urgency shortens, never lengthens: due = min(old, now + the new limit), and likewise the time to sign. Of a clock
 * that stands still the old due is what it would be, were it to go on now. An assist stays due before its lead; that no child
 * is due after its parent follows by itself.
 */
export function raiseUrgency(c: Case, m: Moment): readonly Dispatch[] {
  const first = c.dispatches.find((d) => isOpen(d) && d.role === 'lead' && d.parentId === null);
  const lead = first && raised(c, first, undefined, m);
  const withLead = lead ? { ...c, dispatches: replace(c.dispatches, lead) } : c;
  return withLead.dispatches.map((d) => (!isOpen(d) || d.id === lead?.id ? d : raised(withLead, d, lead, m)));
}

/** The centre's own time to send it out shrinks with a raised urgency like a department's. */
export function dispatchedSooner(t: Ticket, m: Moment): Ticket {
  if (t.dispatchClock === null) return t;
  const { rule } = ruleFor(t, m);
  const move = { by: 'urgency', at: m.at, limit: rule.dispatchLimit, before: null, notAfter: null } as const;
  return { ...t, ...ticketColumns.dispatching(moved(t.dispatchClock, move, m.calendar)) };
}

function raised(c: Case, d: Dispatch, lead: Dispatch | undefined, m: Moment): Dispatch {
  const { rule } = ruleFor(c.ticket, m, d.departmentId);
  const before = lead && d.role === 'assist' ? asItStands(lead.id, lead.replyClock, m.at) : null;
  const raise = { by: 'urgency', at: m.at } as const;
  const known = replyClocksOf(c);
  const replyClock = moved(
    d.replyClock,
    { ...raise, limit: rule.replyLimit, before, notAfter: null, ...stillAt(d.replyClock, m.at) },
    m.calendar,
    known,
  );
  const signClock = moved(
    d.signClock,
    { ...raise, limit: rule.signLimit, before: null, notAfter: asItStands(d.id, replyClock, m.at) },
    m.calendar,
    (of) => (of === d.id ? replyClock : known(of)),
  );
  // One that was due sooner already keeps its warning too.
  const shortened = replyClock.dueAt !== d.dueAt ? withReply(c.ticket, d, replyClock, m) : { ...d, replyClock };
  return { ...shortened, ...signColumns(signClock) };
}
