import * as Type from 'typebox';
import { centre, complainedOf } from '../../people/permissions.ts';
import { Id } from '../../schema.ts';
import { sendDispatch } from '../clock.ts';
import { ticketVerb } from '../verb.ts';
import { refuse } from '../why.ts';

/** 派单: the clock of each department starts now, not when it signs. */
export const dispatch = ticketVerb(
  {
    leadId: Type.Union([Id], { title: '主办单位' }),
    assistIds: Type.Array(Id, { title: '协办单位', maxItems: 10 }),
    note: Type.Optional(Type.String({ title: '派单意见', maxLength: 2000 })),
  },
  {
    term: '派单',
    termEn: 'Dispatch',
    from: ['awaitingDispatch'],
    by: centre('dispatcher', 'agent'),
    change: (c, _, input, actor, m) => {
      const ids = [input.leadId, ...input.assistIds];
      if (new Set(ids).size !== ids.length) return refuse('duplicateDepartment');
      const departments = ids.map((id) => m.directory.departments.get(id));
      if (departments.some((d) => !d || d.retiredAt || d.centreId !== c.ticket.centreId))
        return refuse('unknownDepartment');
      if (departments.some((d) => d && complainedOf(c, d.path))) return refuse('againstDepartment');
      const lead = sendDispatch(
        c,
        { departmentId: input.leadId, role: 'lead', offset: 0, note: input.note ?? null },
        actor,
        m,
      );
      const sent = input.assistIds.map((departmentId, i) =>
        sendDispatch(c, { departmentId, role: 'assist', offset: i + 1, note: input.note ?? null, lead }, actor, m),
      );
      return {
        ticket: {
          ...c.ticket,
          status: 'handling',
          firstDispatchedAt: c.ticket.firstDispatchedAt ?? m.at,
          repliedAt: null,
        },
        dispatches: [...c.dispatches, lead, ...sent],
      };
    },
  },
);
