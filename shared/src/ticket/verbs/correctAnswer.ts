import { centre } from '../../people/permissions.ts';
import { text } from '../../schema.ts';
import { appealChildId, replace } from '../model/case.ts';
import { appealVerb } from '../verb.ts';

/** 更正答复: an erratum after acceptance; the old text stays as a note. */
export const correctAnswer = appealVerb(
  { answer: text(8000, 5, '更正后的答复') },
  {
    term: '更正答复',
    termEn: 'Correct the answer',
    timeline: { zh: '{who}更正已作出的答复', en: '{who} corrected the answer' },
    citizen: () => '答复内容已更正，请以现在的答复为准',
    button: { prominence: 'secondary', key: 'F', batch: false, afterwards: 'stay' },
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
