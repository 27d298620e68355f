import * as Type from 'typebox';
import { replace } from '../model/case.ts';
import { endDispatches } from '../steps/ending.ts';
import { decided, dispatchOf, judges, pending } from '../steps/requests.ts';
import { requestVerb } from '../verb.ts';
import { refuse } from '../why.ts';

/** 同意退单: a lead's return puts the ticket back before the dispatcher, assists go on; an assist's ends only its dispatch. */
export const approveReturn = requestVerb(
  { decision: Type.Optional(Type.String({ title: '审核意见', maxLength: 2000 })) },
  {
    term: '同意退单',
    termEn: 'Approve return',
    from: ['awaitingDispatch', 'handling', 'awaitingReview'],
    by: (actor, c, r) => r.type === 'return' && judges('dispatcher', 'supervisor')(actor, c, dispatchOf(c, r)),
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
