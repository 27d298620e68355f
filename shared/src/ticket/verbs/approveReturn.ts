import * as Type from 'typebox';
import { replace } from '../model/case.ts';
import { endTurns } from '../steps/ending.ts';
import { decided, judges, pending, turnOf } from '../steps/requests.ts';
import { requestVerb } from '../verb.ts';
import { refuse } from '../why.ts';

/** 同意退单: a lead's return puts the ticket back before the dispatcher, assists go on; an assist's ends only its turn. */
export const approveReturn = requestVerb(
  { decision: Type.Optional(Type.String({ title: '审核意见', maxLength: 2000 })) },
  {
    term: '同意退单',
    termEn: 'Approve return',
    from: ['awaitingDispatch', 'handling', 'awaitingReview'],
    by: (actor, c, r) => r.type === 'return' && judges('dispatcher', 'supervisor')(actor, c, turnOf(c, r)),
    ready: (_, r) => pending(r, 'return'),
    change: (c, r, input, actor, m) => {
      const turn = turnOf(c, r);
      if (!turn) return refuse('notTarget');
      const requests = replace(c.requests, decided(r, 'approved', input.decision ?? null, actor, m));
      const dispatches = replace(c.dispatches, { ...turn, returnAskedAt: r.askedAt });
      const isLead = turn.role === 'lead' && turn.parentId === null;
      return {
        ...endTurns({ ...c, requests, dispatches }, [turn.id], actor, m, 'returned'),
        ticket: isLead ? { ...c.ticket, status: 'awaitingDispatch' } : c.ticket,
      };
    },
  },
);
