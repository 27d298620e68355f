import * as Type from 'typebox';
import { holder } from '../../people/permissions.ts';
import { childId, ownNotes } from '../model/case.ts';
import { isOpen } from '../model/dispatch.ts';
import { dispatchVerb } from '../verb.ts';

/** 阶段性答复: an interim word; no clock stops. */
export const progress = dispatchVerb(
  { text: Type.String({ title: '阶段性情况', minLength: 2, maxLength: 8000 }) },
  {
    term: '阶段性答复',
    termEn: 'Report progress',
    from: ['awaitingDispatch', 'handling', 'shelved', 'awaitingReview'],
    additive: true,
    by: holder('handler', 'departmentHead'),
    offered: (_, d) => isOpen(d),
    ready: (_, d) => (d.status === 'awaitingSigning' ? 'notSigned' : undefined),
    change: (c, d, input, m) => ({
      notes: [
        ...c.notes,
        {
          id: childId(c, 'n', ownNotes(c)),
          ticketId: c.ticket.id,
          dispatchId: d.id,
          appealId: null,
          kind: 'progress',
          text: input.text,
          by: m.actor.id,
          at: m.at,
        },
      ],
    }),
  },
);
