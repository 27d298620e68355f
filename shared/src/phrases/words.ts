import { oneOf, text } from '../schema.ts';
import { phrasePlaces } from './places.ts';

/** What a person writes of a phrase: where it is offered first, what it is called, and the words. */
export const phraseWords = {
  place: oneOf(phrasePlaces),
  title: text(30),
  text: text(2000, 2),
};
