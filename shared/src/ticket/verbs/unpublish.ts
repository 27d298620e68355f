import { centre } from '../../people/permissions.ts';
import { ticketVerb } from '../verb.ts';

/** 撤销公开. */
export const unpublish = ticketVerb(
  {},
  {
    term: '撤销公开',
    termEn: 'Unpublish',
    timeline: { zh: '{who}撤销公开', en: '{who} took the publication back' },
    citizen: 'notTold',
    button: { prominence: 'more', key: 'O', batch: false, afterwards: 'stay' },
    from: ['awaitingDispatch', 'handling', 'awaitingReview', 'awaitingCallback', 'closed'],
    additive: true,
    by: centre('reviewer', 'supervisor'),
    ready: (c) => (c.ticket.publishedAt === null ? 'notPublished' : undefined),
    change: (c) => ({ ticket: { ...c.ticket, publishedAt: null } }),
  },
);
