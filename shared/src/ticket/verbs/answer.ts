import { centre } from '../../people/permissions.ts';
import { Refusal } from '../../refusal.ts';
import { text } from '../../schema.ts';
import { replace } from '../model/case.ts';
import { Cites, cited } from '../steps/citing.ts';
import { notDirect } from '../steps/direct.ts';
import { appealVerb } from '../verb.ts';

/** 直接办结: answered on the line, never dispatched. */
export const answer = appealVerb(
  {
    answer: text(8000, 2, '答复内容'),
    cites: Cites,
  },
  {
    term: '直接答复',
    termEn: 'Answer directly',
    timeline: { zh: '{who}直接答复市民', en: '{who} answered the citizen directly' },
    citizen: () => '热线中心已直接答复',
    button: { prominence: 'secondary', key: 'f', batch: false, afterwards: 'next' },
    needs: { articles: ({ cites }) => cites ?? [] },
    from: ['awaitingDispatch', 'awaitingCitizen'],
    by: centre('agent', 'dispatcher'),
    ready: notDirect,
    change: (c, a, input, m) => {
      const citations = cited(c, input.cites, { appealId: a.id }, m);
      if (citations instanceof Refusal) return citations;
      const told = { outcome: 'answered' as const, answer: input.answer, answeredAt: m.at, closedAt: m.at };
      return { citations, appeals: replace(c.appeals, { ...a, ...told, status: 'closed' }) };
    },
  },
);
