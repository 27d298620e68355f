import * as Type from 'typebox';
import { centre } from '../../people/permissions.ts';
import { replace } from '../case.ts';
import { notDirect } from '../direct.ts';
import { appealVerb } from '../verb.ts';

/** 直接办结: answered on the line, never dispatched. */
export const answer = appealVerb(
  {
    answer: Type.String({ title: '答复内容', minLength: 2, maxLength: 8000 }),
    articleId: Type.Optional(Type.String({ maxLength: 64 })),
  },
  {
    term: '直接答复',
    termEn: 'Answer directly',
    from: ['awaitingDispatch', 'awaitingCitizen'],
    by: centre('agent', 'dispatcher'),
    ready: notDirect,
    change: (c, a, input, _, m) => ({
      appeals: replace(c.appeals, {
        ...a,
        status: 'closed',
        outcome: 'answered',
        answer: input.answer,
        answeredAt: m.at,
        closedAt: m.at,
      }),
    }),
  },
);
