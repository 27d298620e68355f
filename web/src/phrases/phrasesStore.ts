import type { Phrase } from '@hotline/shared/api/phrases';
import { api } from '../data/api.ts';
import { personStore } from '../data/personStore.ts';

type Known = { items: readonly Phrase[] | null };
/** The centre's and my own; read when they are first wanted, and again whenever the list is opened. */
export const usePhrases = personStore<Known>(() => ({ items: null }));

/** @throws Refusal with a sentence for the person */
export async function readPhrases(): Promise<void> {
  usePhrases.setState({ items: (await api.call('phrases', {})).items });
}

export const putPhrase = (phrase: Phrase) =>
  usePhrases.setState(({ items }) => {
    const known = items?.some((p) => p.id === phrase.id);
    return { items: known ? (items ?? []).map((p) => (p.id === phrase.id ? phrase : p)) : [...(items ?? []), phrase] };
  });

export const takeAway = (id: string) =>
  usePhrases.setState(({ items }) => ({ items: (items ?? []).filter((p) => p.id !== id) }));
