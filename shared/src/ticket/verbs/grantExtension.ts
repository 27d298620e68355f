import * as Type from 'typebox';
import { gravest } from '../clocks/cards.ts';
import { extensionUnit } from '../clocks/clock.ts';
import { withPromise, withReply } from '../clocks/columns.ts';
import { moved } from '../clocks/counting.ts';
import { isPromiseRunning } from '../clocks/promise.ts';
import { lead, replace } from '../model/case.ts';
import { isOpen } from '../model/dispatch.ts';
import { decides } from '../steps/judging.ts';
import { decided, dispatchOf, pending } from '../steps/requests.ts';
import { requestVerb } from '../verb.ts';
import { refuse } from '../why.ts';

/**
 * 同意延期: counted from the old due, even when decided after it (a red card raised meanwhile is annulled). Only the
 * lead's extension moves the promises, by the same days, and none that was kept or broken before it was asked for; the
 * original due stays.
 */
export const grantExtension = requestVerb(
  {
    /** Left out: what was asked for. */
    days: Type.Optional(Type.Integer({ title: '同意延期工作日', minimum: 1, maximum: 365 })),
    decision: Type.Optional(Type.String({ title: '审核意见', maxLength: 2000 })),
  },
  {
    term: '同意延期',
    termEn: 'Grant extension',
    timeline: { zh: '{who}同意{unit}延期', en: '{who} granted {unit} an extension' },
    citizen: () => '经批准，办理时限延长',
    button: { prominence: 'primary', key: 'y', batch: false, afterwards: 'next' },
    from: ['awaitingDispatch', 'handling', 'awaitingReview'],
    by: decides('extension'),
    ready: (_, r) => pending(r, 'extension'),
    change: (c, r, input, m) => {
      const dispatch = dispatchOf(c, r);
      if (!dispatch || r.days === null || !isOpen(dispatch)) return refuse('notTarget');
      const days = input.days ?? r.days;
      if (days > r.days) return refuse('tooManyDays');
      const unit = extensionUnit(dispatch.replyClock);
      const more = { by: 'extension', at: m.at, days, unit } as const;
      const replyClock = moved(dispatch.replyClock, more, m.calendar);
      const { dueAt } = replyClock;
      const parent = c.dispatches.find((d) => d.id === dispatch.parentId);
      if (parent && dueAt > parent.dueAt) return refuse('beyondParent');
      // The lead may not reply before its assists are overdue: it would have to be late itself.
      const waiting = dispatch.role === 'assist' && dispatch.parentId === null ? lead(c) : undefined;
      if (waiting && isOpen(waiting) && dueAt > waiting.dueAt) return refuse('beyondLead');
      const cards = c.cards.map((k) =>
        k.dispatchId === dispatch.id && k.dueAt === dispatch.dueAt && k.revokedAt === null
          ? { ...k, revokedAt: m.at, revokedBy: m.actor.id, reason: '已同意延期' }
          : k,
      );
      const isLead = dispatch.role === 'lead' && dispatch.parentId === null;
      return {
        requests: replace(c.requests, {
          ...decided(r, 'approved', input.decision ?? null, m),
          grantedDays: days,
        }),
        dispatches: replace(
          c.dispatches,
          withReply(c.ticket, { ...dispatch, extendedAt: dispatch.extendedAt ?? m.at }, replyClock, m),
        ),
        cards,
        ticket: { ...c.ticket, card: gravest(cards) },
        appeals: isLead
          ? c.appeals.map((a) =>
              isPromiseRunning(a, r.askedAt) ? withPromise(a, moved(a.promiseClock, more, m.calendar), m) : a,
            )
          : c.appeals,
      };
    },
  },
);
