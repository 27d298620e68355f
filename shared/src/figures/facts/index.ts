import { type AppealFacts, appealFacts } from './appealFacts.ts';
import { type CallbackFacts, callbackFacts } from './callbackFacts.ts';
import { type CallFacts, callFacts } from './callFacts.ts';
import { type DispatchFacts, dispatchFacts } from './dispatchFacts.ts';
import type { Common, Source } from './source.ts';
import { type TicketFacts, ticketFacts } from './ticketFacts.ts';

export type FactsOf = {
  appeal: AppealFacts;
  dispatch: DispatchFacts;
  ticket: TicketFacts;
  callback: CallbackFacts;
  call: CallFacts;
};
export type SourceName = keyof FactsOf;
export type FieldOf<S extends SourceName> = keyof FactsOf[S] & string;
export type AnyFacts = FactsOf[SourceName];

/** Each kind of member with its facts; one look at them serves every figure over it. */
export const sources = {
  appeal: appealFacts,
  dispatch: dispatchFacts,
  ticket: ticketFacts,
  callback: callbackFacts,
  call: callFacts,
} as const satisfies { [S in SourceName]: Source<FactsOf[S]> };
export const sourceNames = Object.keys(sources) as SourceName[];

/** One source among others, where its own facts do not matter. */
export const anySource = (name: SourceName) => sources[name] as unknown as Source<Common>;
