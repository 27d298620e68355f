import { holder } from '../../people/permissions.ts';
import { departmentStaff } from '../../people/roles.ts';
import { text } from '../../schema.ts';
import { childId, ownNotes } from '../model/case.ts';
import { isOpen } from '../model/dispatch.ts';
import { dispatchVerb } from '../verb.ts';

/** 阶段性答复: an interim word; no clock stops. */
export const progress = dispatchVerb(
  { text: text(8000, 2, '阶段性情况') },
  {
    term: '阶段性答复',
    termEn: 'Report progress',
    timeline: { zh: '{who}作出阶段性答复', en: '{who} reported progress' },
    citizen: ({ department }) => `${department}报告了办理进展`,
    button: { prominence: 'secondary', key: 'e', batch: false, afterwards: 'stay' },
    from: ['awaitingDispatch', 'handling', 'shelved', 'awaitingReview'],
    additive: true,
    by: holder(...departmentStaff),
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
