import { holder } from '../../people/permissions.ts';
import { replace } from '../model/case.ts';
import { decided, dispatchOf } from '../steps/requests.ts';
import { requestVerb } from '../verb.ts';

/** 撤回申请: by the department that asked. */
export const cancelRequest = requestVerb(
  {},
  {
    term: '撤回申请',
    termEn: 'Cancel request',
    from: ['awaitingDispatch', 'handling', 'shelved', 'awaitingReview'],
    by: (actor, c, r) => {
      const dispatch = dispatchOf(c, r);
      return dispatch !== undefined && holder('handler', 'departmentHead')(actor, c, dispatch);
    },
    ready: (_, r) => (r.status === 'open' ? undefined : 'requestDecided'),
    change: (c, r, _, m) => ({ requests: replace(c.requests, decided(r, 'cancelled', null, m)) }),
  },
);
