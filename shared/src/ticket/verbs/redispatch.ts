import { centre } from '../../people/permissions.ts';
import { Id, text } from '../../schema.ts';
import { sendDispatch } from '../clocks/sent.ts';
import { lead } from '../model/case.ts';
import { isOpen } from '../model/dispatch.ts';
import { endDispatches } from '../steps/ending.ts';
import { holdsAlready, mayReceive, returnsLeft } from '../steps/sending.ts';
import { ticketVerb } from '../verb.ts';
import { refuse } from '../why.ts';

/** 改派: another lead with a full clock of its own; assists go on, the promise to the citizen does not move. */
export const redispatch = ticketVerb(
  { leadId: Id, note: text(2000, 2, '改派理由') },
  {
    term: '改派',
    termEn: 'Redispatch',
    timeline: { zh: '{who}改派：{units}', en: '{who} redispatched to {units}' },
    citizen: ({ department }) => `已改由${department}办理`,
    button: { prominence: 'secondary', key: 'P', batch: false, afterwards: 'next' },
    from: ['handling'],
    by: centre('dispatcher', 'supervisor'),
    ready: (c) => (isOpenLead(c) ? undefined : 'wrongStatus'),
    change: (c, _, input, m) => {
      const old = lead(c);
      if (!old) return refuse('wrongStatus');
      const department = mayReceive(c, input.leadId, m);
      if (typeof department === 'string') return refuse(department);
      if (holdsAlready(c, input.leadId)) return refuse('duplicateDepartment');
      const sent = sendDispatch(c, { departmentId: input.leadId, role: 'lead', offset: 0, note: input.note }, m);
      const ended = endDispatches(c, [old.id], m);
      // Returned too often already: whoever gets it now is designated.
      const next = returnsLeft(c, m) > 0 ? sent : { ...sent, designated: m.at };
      return { ...ended, dispatches: [...ended.dispatches, next] };
    },
  },
);

const isOpenLead = (c: Parameters<typeof lead>[0]) => {
  const dispatch = lead(c);
  return dispatch !== undefined && isOpen(dispatch);
};
