import { holder } from '../../people/permissions.ts';
import { isOpen } from '../model/dispatch.ts';
import { endDispatches } from '../steps/ending.ts';
import { dispatchVerb } from '../verb.ts';

/** 收回: the parent takes a sub-dispatch back. */
export const recall = dispatchVerb(
  {},
  {
    term: '收回',
    termEn: 'Recall',
    from: ['awaitingDispatch', 'handling', 'awaitingReview'],
    by: (actor, c, d) => {
      const parent = c.dispatches.find((x) => x.id === d.parentId);
      return parent !== undefined && holder('handler', 'departmentHead')(actor, c, parent);
    },
    offered: (_, d) => isOpen(d),
    change: (c, d, _, m) => endDispatches(c, [d.id], m),
  },
);
