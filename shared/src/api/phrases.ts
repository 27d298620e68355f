import * as Type from 'typebox';
import { phraseWords } from '../phrases/words.ts';
import { Id, object, oneOf, orNull, RegionPrefix, Version } from '../schema.ts';
import { SoughtWords } from '../search/sought.ts';
import { byId, none, route } from './route.ts';

const audiences = ['private', 'centre'] as const;
const Phrase = object({
  id: Id,
  audience: oneOf(audiences),
  ...phraseWords,
  version: Version,
  mayChange: Type.Boolean(),
});
export type Phrase = Type.Static<typeof Phrase>;

/** 常用语: words used again and again, the centre's (its administrators', audited) and one's own; and places named before. */
export const phraseRoutes = {
  phrases: route({
    method: 'GET',
    path: '/api/phrases',
    summary: "The centre's phrases and my own",
    answer: object({ items: Type.Array(Phrase) }),
  }),
  addPhrase: route({
    method: 'POST',
    path: '/api/phrases',
    summary: 'Add a phrase',
    body: object({ audience: oneOf(audiences), ...phraseWords }),
    status: 201,
    answer: Phrase,
  }),
  changePhrase: route({
    method: 'PUT',
    path: '/api/phrases/:id',
    summary: 'Change a phrase',
    params: byId,
    body: object({ version: Version, ...phraseWords }),
    answer: Phrase,
  }),
  dropPhrase: route({
    method: 'DELETE',
    path: '/api/phrases/:id',
    summary: 'Drop a phrase',
    params: byId,
    answer: none,
    status: 204,
  }),
  addresses: route({
    method: 'GET',
    path: '/api/addresses',
    summary: 'Addresses of earlier appeals that begin like this, by their names',
    query: object({
      q: SoughtWords,
      region: Type.Optional(RegionPrefix),
    }),
    answer: object({ items: Type.Array(object({ address: Type.String(), regionCode: orNull(Type.String()) })) }),
  }),
} as const;
