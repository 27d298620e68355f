import { type Lengths, lengthsOf } from '@hotline/shared/schema';
import type { VerbInput } from '@hotline/shared/ticket/lifecycle';
import type { VerbName } from '@hotline/shared/ticket/verbs/index';
import { useCatalog } from '../../data/catalog.ts';
import { useTextFlaw } from '../../ui/useTextFlaw.ts';

type Json = { required?: string[]; properties?: Record<string, Lengths | undefined> };
type TextIn<I> = { [K in keyof I & string]: NonNullable<I[K]> extends string ? K : never }[keyof I & string];
/** The texts a verb takes; where it may be one of several, those any of them takes. */
export type TextName<V extends VerbName = VerbName> = V extends VerbName ? TextIn<Required<VerbInput<V>>> : never;

/** What the verb's own schema asks of one of its texts, and what of that a text lacks, as a sentence. */
export function useTextField<V extends VerbName>(verb: V, name: TextName<V>) {
  const schema = useCatalog((s) => s.verbs[verb]?.input) as Json | undefined;
  const text = schema?.properties?.[name] ?? {};
  const required = schema?.required?.includes(name) ?? false;
  const flawIn = useTextFlaw();
  return {
    required,
    maxLength: lengthsOf(text).maxLength,
    flawOf: (typed: string, isAsked = required) => flawIn(text, typed, isAsked),
  };
}
