import * as Type from 'typebox';
import { replace } from '../case.ts';
import { cancelRequests, decided, judges, pending, release, turnOf } from '../requests.ts';
import { requestVerb } from '../verb.ts';
import { refuse } from '../why.ts';

/** 同意退单: a lead's return puts the ticket back before the dispatcher, assists go on; an assist's ends only its turn. */
export const approveReturn = requestVerb(
  { decision: Type.Optional(Type.String({ title: '审核意见', maxLength: 2000 })) },
  {
    term: '同意退单',
    termEn: 'Approve return',
    from: ['handling'],
    by: (actor, c, r) => r.type === 'return' && judges('dispatcher', 'supervisor')(actor, c, turnOf(c, r)),
    ready: (_, r) => pending(r, 'return'),
    change: (c, r, input, actor, m) => {
      const turn = turnOf(c, r);
      if (!turn) return refuse('notTarget');
      const requests = replace(c.requests, decided(r, 'approved', input.decision ?? null, actor, m));
      const rest = cancelRequests({ ...c, requests }, [turn.id], actor, m);
      const isLead = turn.role === 'lead' && turn.parentId === null;
      return {
        dispatches: release(
          { ...c, dispatches: replace(c.dispatches, { ...turn, returnAskedAt: r.askedAt }) },
          [turn.id],
          m,
          'returned',
        ),
        requests: rest,
        ticket: isLead ? { ...c.ticket, status: 'awaitingDispatch' } : c.ticket,
      };
    },
  },
);
