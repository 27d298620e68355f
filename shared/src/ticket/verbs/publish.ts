import * as Type from 'typebox';
import { centre } from '../../people/permissions.ts';
import { ticketVerb } from '../verb.ts';

/** 公开: the government's decision; the published text is edited apart from the original. */
export const publish = ticketVerb(
  {
    title: Type.String({ title: '公开标题', minLength: 2, maxLength: 120 }),
    text: Type.String({ title: '公开内容', minLength: 5, maxLength: 8000 }),
  },
  {
    term: '公开',
    termEn: 'Publish',
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
