import * as Type from 'typebox';
import { replace } from '../model/case.ts';
import { endDispatches } from '../steps/ending.ts';
import { decides } from '../steps/judging.ts';
import { decided, dispatchOf, pending } from '../steps/requests.ts';
import { requestVerb } from '../verb.ts';
import { refuse } from '../why.ts';

/** 同意退单: a lead's return puts the ticket back before the dispatcher, assists go on; an assist's ends only its dispatch. */
export const approveReturn = requestVerb(
  { decision: Type.Optional(Type.String({ title: '审核意见', maxLength: 2000 })) },
  {
    term: '同意退单',
    termEn: 'Approve return',
    timeline: { zh: '{who}同意{unit}退单', en: '{who} let {unit} return it' },
    citizen: 'notTold',
    button: { prominence: 'primary', key: 't', batch: false, afterwards: 'next' },
    from: ['awaitingDispatch', 'handling', 'awaitingReview'],
    by: decides('return'),
    ready: (_, r) => pending(r, 'return'),
    change: (c, r, input, m) => {
      const dispatch = dispatchOf(c, r);
      if (!dispatch) return refuse('notTarget');
      const requests = replace(c.requests, decided(r, 'approved', input.decision ?? null, m));
      const dispatches = replace(c.dispatches, { ...dispatch, returnAskedAt: r.askedAt });
      const isLead = dispatch.role === 'lead' && dispatch.parentId === null;
      return {
        ...endDispatches({ ...c, requests, dispatches }, [dispatch.id], m, 'returned'),
        ticket: isLead ? { ...c.ticket, status: 'awaitingDispatch' } : c.ticket,
      };
    },
  },
);
