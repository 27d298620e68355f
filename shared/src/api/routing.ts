import * as Type from 'typebox';
import { Id, Instant, object, oneOf, orNull, RegionCode } from '../schema.ts';
import { AppealExcerpt } from '../search/sought.ts';
import { services, ticketStatuses } from '../ticket/model/ticket.ts';
import { byId, Count, none, route } from './route.ts';

/** Why, in words for whoever decides. */
const Reason = object({ text: Type.String(), textEn: Type.String() });
const Suggested = object({ id: Id, probability: Type.Number({ minimum: 0, maximum: 1 }), reasons: Type.Array(Reason) });
const Suggestions = object({
  /** At most three each, the likeliest first. */
  categories: Type.Array(Suggested),
  departments: Type.Array(Suggested),
  /** What the law lets nobody dispatch: to be handed over to another line, or declined; in the words told to the citizen. */
  notice: orNull(
    object({
      verb: oneOf(['handOff', 'decline'] as const),
      code: Type.String(),
      told: Type.String(),
      reasons: Type.Array(Reason),
    }),
  ),
  /** What this rests on: `examples` is 0 while the centre has no history of its own. */
  learned: object({ examples: Count, trainedAt: orNull(Instant) }),
});
export type Suggestions = Type.Static<typeof Suggestions>;

const Similar = object({
  ticketId: Id,
  number: Type.String(),
  title: Type.String(),
  status: oneOf(ticketStatuses),
  receivedAt: Instant,
  /** Told in nearly the same words, or perhaps the same matter told differently. */
  likeness: oneOf(['duplicate', 'sameMatter'] as const),
  /** Pairs of characters in both ÷ in either. */
  shared: Type.Number({ minimum: 0, maximum: 1 }),
  reasons: Type.Array(Reason),
  /** The appeal can still be added to it. */
  canJoin: Type.Boolean(),
});
export type Similar = Type.Static<typeof Similar>;

const Report = object({
  id: Id,
  trainedAt: Instant,
  examples: Count,
  /** Of the newest part of the history, which the model had not seen. */
  heldOut: object({
    examples: Count,
    accuracy: Type.Number(),
    macroF1: Type.Number(),
    topThree: Type.Number(),
    calibrationError: Type.Number(),
  }),
});

const place = {
  regionCode: Type.Optional(RegionCode),
  categoryId: Type.Optional(Id),
};

/** Suggestions, duplicates and hotspots. */
export const routingRoutes = {
  suggestions: route({
    method: 'GET',
    path: '/api/suggestions',
    summary: 'Category and department for an appeal, at most three each, with probability and reasons',
    query: object({
      content: AppealExcerpt,
      ...place,
      service: Type.Optional(oneOf(services)),
      againstDepartmentId: Type.Optional(Id),
    }),
    answer: Suggestions,
  }),
  similarAppeals: route({
    method: 'GET',
    path: '/api/appeals/similar',
    summary: 'Near duplicates and candidates for the same matter, the open ones first',
    query: object({
      content: AppealExcerpt,
      ...place,
      address: Type.Optional(Type.String({ maxLength: 200 })),
      phone: Type.Optional(Type.String({ maxLength: 200 })),
      /** The call it is told in, whose number the console does not know. */
      callId: Type.Optional(Id),
    }),
    answer: object({ items: Type.Array(Similar) }),
  }),
  ticketRouting: route({
    method: 'GET',
    path: '/api/tickets/:id/suggestions',
    summary: 'Where to send a ticket, and where ones like it were settled',
    params: byId,
    answer: object({
      ...Suggestions.properties,
      past: Type.Array(
        object({
          ticketId: Id,
          number: Type.String(),
          title: Type.String(),
          departmentId: Id,
          acceptedOn: Type.String(),
        }),
      ),
    }),
  }),
  hotspots: route({
    method: 'GET',
    path: '/api/hotspots',
    summary: 'Several citizens with one matter within a day',
    answer: object({
      items: Type.Array(
        object({
          id: Id,
          place: Type.String(),
          categoryId: orNull(Id),
          citizens: Count,
          tickets: Count,
          firstAt: Instant,
          lastAt: Instant,
          seenAt: orNull(Instant),
        }),
      ),
    }),
  }),
  seeHotspot: route({
    method: 'POST',
    path: '/api/hotspots/:id/seen',
    summary: 'I have it in hand',
    params: byId,
    answer: none,
    status: 204,
  }),
  trainModel: route({
    method: 'POST',
    path: '/api/suggestions/model',
    summary: 'Learn from the centre’s own history; a worse model is refused',
    status: 201,
    answer: Report,
  }),
} as const;
