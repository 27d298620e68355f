import { centre } from '../../people/permissions.ts';
import { text } from '../../schema.ts';
import { ticketVerb } from '../verb.ts';

/** 公开: the government's decision; the published text is edited apart from the original. */
export const publish = ticketVerb(
  {
    title: text(120, 2, '公开标题'),
    text: text(8000, 5, '公开内容'),
  },
  {
    term: '公开',
    termEn: 'Publish',
    timeline: { zh: '{who}公开诉求和答复', en: '{who} published the case' },
    citizen: 'notTold',
    button: { prominence: 'secondary', key: 'o', batch: false, afterwards: 'stay' },
    from: ['awaitingCallback', 'closed'],
    additive: true,
    by: centre('reviewer'),
    ready: (c) =>
      c.ticket.outcome === 'merged' ? 'mergedAway' : c.ticket.publishedAt === null ? undefined : 'alreadyPublished',
    change: (c, _, input, m) => ({
      ticket: { ...c.ticket, publishedAt: m.at, publishedTitle: input.title, publishedText: input.text },
    }),
  },
);
