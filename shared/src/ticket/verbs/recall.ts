import { holder } from '../../people/permissions.ts';
import { departmentStaff } from '../../people/roles.ts';
import { isOpen } from '../model/dispatch.ts';
import { endDispatches } from '../steps/ending.ts';
import { dispatchVerb } from '../verb.ts';

/** 收回: the parent takes a sub-dispatch back. */
export const recall = dispatchVerb(
  {},
  {
    term: '收回',
    termEn: 'Recall',
    timeline: { zh: '{who}收回对{unit}的转派', en: '{who} recalled it from {unit}' },
    citizen: 'notTold',
    button: { prominence: 'secondary', key: 'P', batch: false, afterwards: 'next' },
    from: ['awaitingDispatch', 'handling', 'awaitingReview'],
    by: (actor, c, d) => {
      const parent = c.dispatches.find((x) => x.id === d.parentId);
      return parent !== undefined && holder(...departmentStaff)(actor, c, parent);
    },
    offered: (_, d) => isOpen(d),
    change: (c, d, _, m) => endDispatches(c, [d.id], m),
  },
);
