import * as Type from 'typebox';
import { bySystem, centre } from '../../people/permissions.ts';
import { earliest, type Instant } from '../../time/instant.ts';
import type { Ticket } from '../model/ticket.ts';
import { outcomeOf } from '../steps/answering.ts';
import { noted } from '../steps/notes.ts';
import { ticketVerb } from '../verb.ts';

/**
 * 办结: by the reviewer, or by the clock when the time for the callback has run out, with that instant however much later
 * the clock comes to it. Silence is not satisfaction.
 */
export const close = ticketVerb(
  { note: Type.Optional(Type.String({ title: '办结意见', maxLength: 2000 })) },
  {
    term: '办结',
    termEn: 'Close',
    timeline: { zh: '{who}办结', en: 'Closed by {who}' },
    citizen: ({ changed }) => (changed('appeal.status') ? '诉求已办结' : null),
    button: { prominence: 'more', key: 'l', batch: false, afterwards: 'next' },
    from: ['awaitingCallback'],
    by: (actor, c) => centre('reviewer', 'supervisor')(actor, c) || bySystem(actor),
    ready: (c, _, m) => (m.actor.type === 'system' && !isOver(c.ticket, m.at) ? 'notDueYet' : undefined),
    change: (c, _, { note }, m) => {
      const closedAt = m.actor.type === 'system' ? (earliest(c.ticket.callbackDueAt, m.at) ?? m.at) : m.at;
      const outcome = outcomeOf(c.replies.findLast((r) => r.status === 'accepted'));
      return {
        notes: noted(c, 'remark', note, {}, m),
        appeals: c.appeals.map((a) => (a.status === 'closed' ? a : { ...a, status: 'closed', closedAt, outcome })),
      };
    },
  },
);

/** The time for the callback has run out, and not only provisionally. */
const isOver = ({ callbackDueAt, callbackClock }: Ticket, at: Instant) =>
  callbackDueAt !== null && at >= callbackDueAt && !callbackClock?.provisional;
