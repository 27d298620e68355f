import * as Type from 'typebox';
import { centre } from '../../people/permissions.ts';
import { appealChildId, replace } from '../model/case.ts';
import { appealVerb } from '../verb.ts';

/** 更正答复: an erratum after acceptance; the old text stays as a note. */
export const correctAnswer = appealVerb(
  { answer: Type.String({ title: '更正后的答复', minLength: 5, maxLength: 8000 }) },
  {
    term: '更正答复',
    termEn: 'Correct the answer',
    from: ['awaitingCallback', 'closed'],
    by: centre('reviewer'),
    ready: (_, a) => (a.answer === null ? 'notAnswered' : undefined),
    change: (c, a, input, m) => ({
      appeals: replace(c.appeals, { ...a, answer: input.answer }),
      notes: [
        ...c.notes,
        {
          id: appealChildId(a.id, 'n', c.notes),
          ticketId: c.ticket.id,
          dispatchId: null,
          appealId: a.id,
          kind: 'correction',
          text: a.answer ?? '',
          by: m.actor.id,
          at: m.at,
        },
      ],
    }),
  },
);
