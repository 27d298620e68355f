import * as Type from 'typebox';
import { Id, Instant, object, oneOf, text } from '../schema.ts';
import { mediaTypeNames } from './fileTypes.ts';

/** A document that goes with an article: a form to fill in, the text of a law. */
export const ArticleFile = object({
  id: Id,
  articleId: Id,
  name: text(120),
  mediaType: oneOf(mediaTypeNames),
  bytes: Type.Integer({ minimum: 1 }),
  sha256: Type.String(),
  uploadedBy: Id,
  uploadedAt: Instant,
});
export type ArticleFile = Type.Static<typeof ArticleFile>;
