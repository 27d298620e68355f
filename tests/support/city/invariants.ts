import { within } from '@hotline/shared/people/actor';
import type { Case } from '@hotline/shared/ticket/model/case';
import { isOpen } from '@hotline/shared/ticket/model/dispatch';
import type { Instant } from '@hotline/shared/time/instant';

/** What must hold of a case at any moment, in words; none when it does. `wasSwept`: the clock has just acted on all due. */
export function broken(c: Case, now: Instant, wasSwept: boolean): string[] {
  const dispatches = c.dispatches.filter(isOpen);
  const leads = c.dispatches.filter((d) => d.role === 'lead' && d.parentId === null && d.status !== 'returned');
  const rounds = leads.filter((d) => d.status !== 'released').map((d) => d.round);
  const paused = c.pauses.filter((p) => p.endedAt === null);
  const isShelved = c.ticket.status === 'shelved';
  const shelvedAt = paused.find((p) => p.reason === 'shelving')?.startedAt ?? '';
  const cards = c.cards.map((k) => `${k.dispatchId} ${k.colour} ${k.dueAt}`);
  const places = dispatches.map((d) => `${d.parentId} ${d.departmentId}`);
  const isPaused = (id: string) => paused.some((p) => p.dispatchId === id || p.appealId === id);
  const promises = [
    [new Set(rounds).size === rounds.length, 'at most one lead a round'],
    [dispatches.every((d) => d.round === c.ticket.round), 'open dispatches are of the present round'],
    [dispatches.every((d) => d.sentAt <= d.originalDueAt), 'no dispatch is born overdue'],
    [new Set(places).size === places.length, 'a department holds one dispatch at a time'],
    [dispatches.every((d) => d.version >= 1 && d.departmentPath.endsWith('.')), 'every open dispatch has an owner'],
    [
      dispatches.every((d) => d.parentId === null || c.dispatches.some((p) => p.id === d.parentId && isOpen(p))),
      'what was sent on ends with whoever sent it on',
    ],
    [
      dispatches.every((d) =>
        c.dispatches.every((p) => p.id !== d.parentId || p.replyClock.pausedAt !== null || d.dueAt <= p.dueAt),
      ),
      'no child is due after its parent, but where that one stands still',
    ],
    [c.ticket.status !== 'closed' || c.appeals.every((a) => a.status === 'closed'), 'closed with all its appeals'],
    [c.ticket.status !== 'closed' || dispatches.length === 0, 'closed without an open dispatch'],
    [c.ticket.status !== 'closed' || c.requests.every((r) => r.status !== 'open'), 'closed without an open request'],
    [c.appeals.some((a) => a.status !== 'closed') || c.ticket.status === 'closed', 'without open appeals it is closed'],
    [
      dispatches.every((d) => c.ticket.againstPath === null || !within(d.departmentPath, c.ticket.againstPath)),
      'no dispatch of the body complained of',
    ],
    [c.pauses.every((p) => p.endedAt === null || p.endedAt >= p.startedAt), 'pauses end after they begin'],
    [
      paused.every((p) => p.appealId === null || c.appeals.some((a) => a.id === p.appealId && a.status !== 'closed')),
      'no promise of a closed appeal is paused',
    ],
    [
      !isShelved || dispatches.every((d) => isPaused(d.id) || d.dueAt <= shelvedAt),
      'shelved: every dispatch that had not run out stands still',
    ],
    [
      !isShelved ||
        c.appeals.every(
          (a) => a.status !== 'open' || a.answeredAt !== null || isPaused(a.id) || a.promisedDueAt <= shelvedAt,
        ),
      'shelved: every promise neither kept nor broken stands still',
    ],
    [new Set(cards).size === cards.length, 'a card once per dispatch, colour and due'],
    [
      c.requests.every(
        (r) =>
          r.status !== 'open' || r.dispatchId === null || c.dispatches.some((d) => d.id === r.dispatchId && isOpen(d)),
      ),
      'open requests are of open dispatches',
    ],
    [!wasSwept || paused.every((p) => p.untilAt > now), 'pauses end by themselves'],
    [
      !wasSwept || dispatches.every((d) => d.signedAt !== null || d.signDueAt > now),
      'unsigned dispatches are signed by the clock',
    ],
    [
      !wasSwept || dispatches.every((d) => d.dueAt > now || isPaused(d.id) || cards.includes(`${d.id} red ${d.dueAt}`)),
      'who is overdue has a red card',
    ],
    [!wasSwept || dispatches.every((d) => d.nextAlarmAt === null || d.nextAlarmAt > now), 'no alarm is left behind'],
  ] as const;
  return promises.filter(([holds]) => !holds).map(([, words]) => words);
}
