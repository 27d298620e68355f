import * as Type from 'typebox';
import { centre } from '../../people/permissions.ts';
import { isOpen } from '../model/dispatch.ts';
import { endDispatches } from '../steps/ending.ts';
import { noted } from '../steps/notes.ts';
import { dispatchVerb } from '../verb.ts';

/** 解除协办: only this assist's dispatch ends. */
export const releaseAssist = dispatchVerb(
  { note: Type.Optional(Type.String({ title: '解除理由', maxLength: 2000 })) },
  {
    term: '解除协办',
    termEn: 'Release assist',
    from: ['awaitingDispatch', 'handling', 'awaitingReview'],
    by: (actor, c, d) => centre('dispatcher', 'supervisor')(actor, c) && d.role === 'assist' && d.parentId === null,
    ready: (_, d) => (isOpen(d) ? undefined : 'notAssist'),
    change: (c, d, { note }, m) => ({
      ...endDispatches(c, [d.id], m),
      notes: noted(c, 'remark', note, { dispatchId: d.id }, m),
    }),
  },
);
