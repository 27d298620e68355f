import { centre } from '../../people/permissions.ts';
import { ticketVerb } from '../verb.ts';

/** 撤销公开. */
export const unpublish = ticketVerb(
  {},
  {
    term: '撤销公开',
    termEn: 'Unpublish',
    from: ['awaitingDispatch', 'handling', 'awaitingReview', 'awaitingCallback', 'closed'],
    additive: true,
    by: centre('reviewer', 'supervisor'),
    ready: (c) => (c.ticket.publishedAt === null ? 'notPublished' : undefined),
    change: (c) => ({ ticket: { ...c.ticket, publishedAt: null } }),
  },
);
