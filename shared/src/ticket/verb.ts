import type * as Type from 'typebox';
import type { Term } from '../catalog/terms.ts';
import type { Actor } from '../people/actor.ts';
import type { Directory } from '../people/directory.ts';
import type { Refusal } from '../refusal.ts';
import { Id, object } from '../schema.ts';
import type { Calendar } from '../time/calendar/calendar.ts';
import type { Instant } from '../time/instant.ts';
import type { RuleSet } from '../time/rules/rules.ts';
import type { Appeal } from './model/appeal.ts';
import type { Case } from './model/case.ts';
import type { Card, Order, Request } from './model/children.ts';
import type { Dispatch } from './model/dispatch.ts';
import type { TicketStatus } from './model/ticket.ts';
import type { Button, CitizenSentence, TimelineWords } from './showing.ts';
import type { Why } from './why.ts';

/** Everything outside the case that a decision may depend on; loaded before, immutable. */
export type Moment = {
  /** Who acts, and when. */
  readonly actor: Actor;
  readonly at: Instant;
  readonly calendar: Calendar;
  readonly rules: RuleSet;
  readonly directory: Directory;
  /** The second ticket of a verb that decides about two: the one `into` which another is merged. */
  readonly other?: Case;
  /** Whom the verb's input names, where there is one who may sign in. */
  readonly person?: Actor;
  /** The articles its input cites, as they stand. */
  readonly articles?: ReadonlyMap<string, { readonly version: number; readonly isCitable: boolean }>;
  /** What a verb that makes a ticket cannot find out by itself: an id is chance, a number is counted by the store. */
  readonly fresh?: { readonly ticketId: string; readonly number: string };
  /** When the store came back from a backup, and how many numbers of a ticket's own may have been given and lost each time. */
  readonly restorations?: readonly { readonly at: Instant; readonly skip: number }[];
};

/** How many of its own numbers a ticket passes over, because they may have been given in a history that was lost. */
export const skippedNumbers = (m: Moment, receivedAt: Instant): number =>
  (m.restorations ?? []).reduce((sum, { at, skip }) => (receivedAt <= at ? sum + skip : sum), 0);

/** What a verb makes of its case, and of a second ticket where it is about two. Left out = unchanged. */
type Changed = Partial<Case> & { readonly other?: Case };

type Targets = { ticket: null; appeal: Appeal; dispatch: Dispatch; request: Request; order: Order; card: Card };
export type About = keyof Targets;

/** One move a case can make. The name it is registered under is the route, the permission, the event and the button. */
export type Verb<A extends About = About, I extends Type.TObject = Type.TObject> = {
  /** The name staff use, on buttons and in the timeline. */
  readonly term: string;
  readonly termEn: string;
  readonly about: A;
  readonly from: readonly TicketStatus[];
  /** Never makes somebody else's pending action stale. */
  readonly additive?: true;
  readonly timeline: TimelineWords;
  readonly citizen: CitizenSentence;
  /** Null: done by the clock, never by hand. */
  readonly button: Button | null;
  readonly input: I;
  /** What the moment must hold besides, and how its input names it. */
  readonly needs?: Needs<Type.Static<I>>;
  /** Inputs found by other means than its form: a form asks for, and a draft keeps, all others but the target. */
  readonly unasked?: readonly (keyof Type.Static<I> & string)[];
  /** The closed list that a `reasonCode` is of. */
  readonly reasons?: readonly Reason[];
  /** Role and scope: false = not offered at all. */
  readonly by: (actor: Actor, c: Case, target: Targets[A]) => boolean;
  /** Whether the target still waits for it: false = not offered, and `wrongStatus` to somebody who saw it before. */
  readonly offered?: (c: Case, target: Targets[A], actor: Actor) => boolean;
  /** The reason the button is disabled, and the guard; undefined = ready. */
  readonly ready?: (c: Case, target: Targets[A], m: Moment) => Why | undefined;
  readonly change: (c: Case, target: Targets[A], input: Type.Static<I>, m: Moment) => Changed | Refusal;
};

/** What a decision looks at outside its case. Methods, so that every verb can be handled as one kind of thing. */
export type Needs<Input> = {
  /** The second ticket it changes: one that is there, in the version the person saw, or a new one it makes. */
  readonly other?: 'new' | { named(input: Input): { readonly id: string; readonly version: number } };
  /** Somebody whose rights the decision looks at; null: nobody. */
  person?(input: Input): string | null;
  /** Articles as the person read them. */
  articles?(input: Input): readonly { readonly articleId: string; readonly version: number }[];
};

type Reason = Term & { readonly code: string };

/** Whoever takes a reason, a person or articles says so: no list of such verbs can be forgotten. */
type Declared<P> = ('reasonCode' extends keyof P ? { readonly reasons: readonly Reason[] } : object) &
  ('personId' extends keyof P ? { readonly needs: { person(input: never): string | null } } : object) &
  ('cites' extends keyof P ? { readonly needs: { articles(input: never): unknown } } : object) &
  ('into' extends keyof P ? { readonly needs: { readonly other: object } } : object);

type Definition<A extends About, I extends Type.TObject> = Omit<Verb<A, I>, 'about' | 'input'>;

type ById<Name extends string, P extends Type.TProperties> = Type.TObject<P & Record<Name, typeof Id>>;
type Plain = Definition<About, Type.TObject>;

/** A verb about the whole ticket. */
export const ticketVerb = <P extends Type.TProperties>(
  input: P,
  definition: Definition<'ticket', Type.TObject<P>> & Declared<P>,
) => verb<'ticket', Type.TObject<P>>('ticket', input, definition);

/** A verb about one appeal: its input names `appealId`. */
export const appealVerb = <P extends Type.TProperties>(
  input: P,
  definition: Definition<'appeal', ById<'appealId', P>> & Declared<P>,
) => verb<'appeal', ById<'appealId', P>>('appeal', { ...input, appealId: Id }, definition);

/** A verb about one department's dispatch: its input names `dispatchId`, its version is the dispatch's. */
export const dispatchVerb = <P extends Type.TProperties>(
  input: P,
  definition: Definition<'dispatch', ById<'dispatchId', P>> & Declared<P>,
) => verb<'dispatch', ById<'dispatchId', P>>('dispatch', { ...input, dispatchId: Id }, definition);

/** A verb about somebody's open request: its input names `requestId`; the request's own status guards it. */
export const requestVerb = <P extends Type.TProperties>(
  input: P,
  definition: Definition<'request', ById<'requestId', P>> & Declared<P>,
) => verb<'request', ById<'requestId', P>>('request', { ...input, requestId: Id }, definition);

/** A verb about a supervision order: its input names `orderId`. */
export const orderVerb = <P extends Type.TProperties>(
  input: P,
  definition: Definition<'order', ById<'orderId', P>> & Declared<P>,
) => verb<'order', ById<'orderId', P>>('order', { ...input, orderId: Id }, definition);

/** A verb about a warning card: its input names `cardId`. */
export const cardTargetVerb = <P extends Type.TProperties>(
  input: P,
  definition: Definition<'card', ById<'cardId', P>> & Declared<P>,
) => verb<'card', ById<'cardId', P>>('card', { ...input, cardId: Id }, definition);

// TypeScript cannot see through the input type while it is generic; the three functions above give it exactly.
const verb = <A extends About, I extends Type.TObject>(
  about: A,
  input: Type.TProperties,
  definition: Definition<A, I>,
) => ({ about, input: object(input), ...(definition as unknown as Plain) }) as unknown as Verb<A, I>;
