import * as Type from 'typebox';
import { centre } from '../../people/permissions.ts';
import { Id } from '../../schema.ts';
import { hasRunOut } from '../clocks/clock.ts';
import { sendDispatch } from '../clocks/sent.ts';
import { currentDispatches, lead } from '../model/case.ts';
import { isOpen } from '../model/dispatch.ts';
import { mayReceive } from '../steps/sending.ts';
import { ticketVerb } from '../verb.ts';
import { refuse } from '../why.ts';

/** 增加协办: due before the lead, who waits for it. */
export const addAssist = ticketVerb(
  { departmentId: Id, note: Type.Optional(Type.String({ title: '派单意见', maxLength: 2000 })) },
  {
    term: '增加协办',
    termEn: 'Add assist',
    timeline: { zh: '{who}增加协办单位：{units}', en: '{who} added {units}' },
    citizen: 'notTold',
    button: { prominence: 'secondary', key: 'i', batch: false, afterwards: 'stay' },
    from: ['handling'],
    by: centre('dispatcher', 'supervisor'),
    ready: (c, _, m) => {
      const dispatch = lead(c);
      return dispatch && isOpen(dispatch) && !hasRunOut(dispatch, m.at) ? undefined : 'wrongStatus';
    },
    change: (c, _, input, m) => {
      const dispatch = lead(c);
      const department = mayReceive(c, input.departmentId, m);
      if (!dispatch) return refuse('wrongStatus');
      if (typeof department === 'string') return refuse(department);
      if (currentDispatches(c).some((d) => d.departmentId === input.departmentId)) return refuse('duplicateDepartment');
      const send = {
        departmentId: input.departmentId,
        role: 'assist' as const,
        offset: 0,
        note: input.note ?? null,
        lead: dispatch,
      };
      return { dispatches: [...c.dispatches, sendDispatch(c, send, m)] };
    },
  },
);
