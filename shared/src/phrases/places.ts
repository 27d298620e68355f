/** Where a phrase is offered first: the fields people write at length in. */
export const phrasePlaces = ['any', 'appeal', 'answer', 'reply', 'return', 'callback'] as const;
export type PhrasePlace = (typeof phrasePlaces)[number];

/** Which place the words of a verb belong to. */
export function placeOfVerb(verb: string): PhrasePlace {
  if (verb === 'answer' || verb === 'handOff' || verb === 'decline') return 'answer';
  if (verb === 'reply' || verb === 'progress' || verb === 'correctAnswer') return 'reply';
  if (/return/i.test(verb) || verb === 'sendBackReply' || verb === 'rejectReply') return 'return';
  return verb === 'recordCallback' ? 'callback' : 'any';
}

/** Those of the place first, then those for anywhere, then the rest; each in the order it was given. */
export const inPlaceOrder = <P extends { readonly place: PhrasePlace }>(
  phrases: readonly P[],
  place: PhrasePlace,
): P[] => {
  const rank = (p: P) => (p.place === place ? 0 : p.place === 'any' ? 1 : 2);
  return phrases.toSorted((a, b) => rank(a) - rank(b));
};
