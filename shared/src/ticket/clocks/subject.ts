import { departmentLine } from '../../people/directory.ts';
import { matchRule, type Subject } from '../../time/rules/matchRule.ts';
import type { DeadlineRule } from '../../time/rules/rules.ts';
import type { Ticket } from '../model/ticket.ts';
import type { Moment } from '../verb.ts';
import type { Clock } from './clock.ts';

type Matter = Pick<Ticket, 'kind' | 'service' | 'urgency' | 'channel' | 'categoryId'>;

/** What the deadline rules look at; without a department for the promise to the citizen. */
export const subjectOf = (t: Matter, m: Moment, departmentId?: string): Subject => ({
  kind: t.kind,
  service: t.service,
  urgency: t.urgency,
  channel: t.channel,
  categoryPath: [...(t.categoryId ? (m.directory.categoryPaths.get(t.categoryId) ?? []) : [])],
  departmentPath: departmentId ? departmentLine(m.directory, departmentId) : null,
});

/** The rule in force for the matter, with the name and version a clock keeps of it. Refuses (`conflict`) without one. */
export function ruleFor(t: Matter, m: Moment, departmentId?: string): { rule: DeadlineRule; kept: Clock['rule'] } {
  const { rule } = matchRule(m.rules, subjectOf(t, m, departmentId));
  return { rule, kept: { id: rule.id, version: m.rules.version } };
}

export const offsetOf = (t: Pick<Ticket, 'centreId'>, m: Moment): number => {
  const centre = m.directory.centres.get(t.centreId);
  if (!centre) throw new Error(`no centre ${t.centreId}`);
  return centre.utcOffsetMinutes;
};
