import { bySystem } from '../../people/permissions.ts';
import { type Case, childId } from '../model/case.ts';
import type { Card } from '../model/children.ts';
import { type Dispatch, isOpen } from '../model/dispatch.ts';
import type { TimelineWords } from '../showing.ts';
import { dispatchVerb, type Moment } from '../verb.ts';
import type { Why } from '../why.ts';
import { isPaused } from './pausing.ts';

/** A warning card, once per dispatch, colour and due: yellow before due, red when it has passed. */
export const cardVerb = (colour: 'yellow' | 'red', term: string, termEn: string, timeline: TimelineWords) =>
  dispatchVerb(
    {},
    {
      term,
      termEn,
      timeline,
      citizen: 'notTold',
      button: null,
      // Assists run on while their returned lead is being replaced.
      from: ['awaitingDispatch', 'awaitingCitizen', 'handling', 'awaitingReview', 'shelved'],
      additive: true,
      by: bySystem,
      ready: (c, d, m) => notReady(colour, c, d, m),
      change: (c, d) => {
        const cards = [...c.cards, raisedCard(colour, c, d)];
        // Another dispatch's yellow card never hides a red one that stands.
        return { cards, ticket: { ...c.ticket, card: gravest(cards) } };
      },
    },
  );

export const raisedCard = (colour: Card['colour'], c: Case, d: Dispatch): Card => ({
  id: childId(c, 'k', c.cards),
  ticketId: c.ticket.id,
  dispatchId: d.id,
  colour,
  dueAt: d.dueAt,
  // When it was earned, however much later the clock comes to it: the timeline says the same.
  raisedAt: thresholdOf(colour, d),
  revokedAt: null,
  revokedBy: null,
  reason: null,
});

/** The gravest card that stands: what lists show. */
export function gravest(cards: readonly Card[]): Card['colour'] | null {
  const standing = cards.filter((k) => k.revokedAt === null);
  return standing.some((k) => k.colour === 'red') ? 'red' : standing.length > 0 ? 'yellow' : null;
}

const notReady = (colour: 'yellow' | 'red', c: Case, d: Dispatch, m: Moment): Why | undefined => {
  if (!isOpen(d) || isPaused(c, d.id)) return 'wrongStatus';
  const raised = c.cards.some(
    (k) => k.dispatchId === d.id && k.dueAt === d.dueAt && (k.colour === colour || k.colour === 'red'),
  );
  if (raised) return 'alreadyRaised';
  return m.at < thresholdOf(colour, d) ? 'notDueYet' : undefined;
};

export const thresholdOf = (colour: 'yellow' | 'red', d: Dispatch) => (colour === 'yellow' ? d.yellowDueAt : d.dueAt);
