import * as Type from 'typebox';
import { centre } from '../../people/permissions.ts';
import { Id, oneOf, orNull, text } from '../../schema.ts';
import { type Case, openAppeals } from '../case.ts';
import { promiseOf, raiseUrgency } from '../clock.ts';
import { kinds, services, type Ticket, urgencies } from '../ticket.ts';
import { type Moment, ticketVerb } from '../verb.ts';
import { refuse } from '../why.ts';

/** 修改: before dispatch the promise is recomputed from when the appeal was received; later no clock is ever lengthened. */
export const amend = ticketVerb(
  {
    title: Type.Optional(text(120, 2)),
    kind: Type.Optional(oneOf(kinds)),
    service: Type.Optional(oneOf(services)),
    urgency: Type.Optional(oneOf(urgencies)),
    categoryId: Type.Optional(orNull(Id)),
    regionCode: Type.Optional(orNull(Type.String({ pattern: '^\\d{6,12}$', maxLength: 12 }))),
    address: Type.Optional(orNull(Type.String({ maxLength: 200 }))),
    content: Type.Optional(text(8000, 2)),
    againstDepartmentId: Type.Optional(orNull(Id)),
  },
  {
    term: '修改',
    termEn: 'Amend',
    from: ['awaitingDispatch', 'awaitingCitizen', 'handling'],
    by: centre('agent', 'dispatcher'),
    ready: (c) => (openAppeals(c).length === 0 ? 'appealNotOpen' : undefined),
    change: (c, _, input, __, m) => {
      if (input.categoryId && !m.directory.categoryPaths.has(input.categoryId)) return refuse('unknownCategory');
      const against = input.againstDepartmentId ? m.directory.departments.get(input.againstDepartmentId) : null;
      if (input.againstDepartmentId && !against) return refuse('unknownDepartment');
      const { address, content, againstDepartmentId, ...ofTicket } = input;
      const ticket: Ticket = { ...c.ticket, ...ofTicket };
      if (againstDepartmentId !== undefined) ticket.againstPath = against?.path ?? null;
      const ofAppeal = {
        ...(input.title === undefined ? {} : { title: input.title }),
        ...(input.kind === undefined ? {} : { kind: input.kind }),
        ...(input.service === undefined ? {} : { service: input.service }),
        ...(input.regionCode === undefined ? {} : { regionCode: input.regionCode }),
        ...(address === undefined ? {} : { address }),
        ...(content === undefined ? {} : { content }),
        ...(againstDepartmentId === undefined ? {} : { againstDepartmentId }),
      };
      const leading = openAppeals(c)[0];
      const appeals = c.appeals.map((a) => (a === leading ? { ...a, ...ofAppeal } : a));
      return withClocks({ ...c, ticket, appeals }, c, m);
    },
  },
);

const withClocks = (c: Case, before: Case, m: Moment): Partial<Case> => {
  if (c.ticket.status !== 'handling') {
    const appeals = c.appeals.map((a) =>
      a.status === 'open' ? { ...a, ...promiseOf({ ...c.ticket, kind: a.kind }, a.receivedAt, m) } : a,
    );
    return { ticket: c.ticket, appeals };
  }
  const raised = urgencies.indexOf(c.ticket.urgency) > urgencies.indexOf(before.ticket.urgency);
  return { ticket: c.ticket, appeals: c.appeals, dispatches: raised ? raiseUrgency(c, m) : c.dispatches };
};
