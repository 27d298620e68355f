import * as Type from 'typebox';
import { Id, Instant, LocalDate, object, oneOf, orNull, text, Version } from '../schema.ts';

/** How a citizen asks for an article. */
export const ArticleQuestion = text(120, 2);
export const mostQuestions = 12;

/** What a knowledge article says. */
export const ArticleContent = object({
  title: text(80, 2),
  /** How citizens ask for it, each in their own words: what an appeal is compared with. */
  questions: Type.Array(ArticleQuestion, { maxItems: mostQuestions }),
  /** The words to be told. */
  answer: text(8_000, 5),
  /** 依据: law, document and number, for whoever is asked why. */
  basis: orNull(text(500)),
  categoryId: orNull(Id),
  /** The department that answers for it; null: the centre itself. */
  departmentId: orNull(Id),
  /** Local days, both inclusive; null: from ever, for ever. */
  validFrom: orNull(LocalDate),
  validUntil: orNull(LocalDate),
  /** Whoever answers for it looks it through again after so many months. */
  reviewMonths: Type.Integer({ minimum: 1, maximum: 60 }),
});
export type ArticleContent = Type.Static<typeof ArticleContent>;

/** `unpublished`: proposed and never approved. `retired`: no longer to be told. */
const articleStatuses = ['unpublished', 'published', 'retired'] as const;

/** An article as it stands; `content` is that of the published version, of the proposal while there is none. */
export const Article = object({
  id: Id,
  centreId: Id,
  status: oneOf(articleStatuses),
  /** Of the published content; 0 before the first. */
  version: Type.Integer({ minimum: 0 }),
  content: ArticleContent,
  /** When somebody last vouched for it: published it, or found it still right. */
  reviewedAt: orNull(Instant),
  retiredReason: orNull(Type.String()),
  updatedAt: Instant,
});
export type Article = Type.Static<typeof Article>;

const changeStatuses = ['open', 'published', 'refused', 'cancelled'] as const;
/** One proposal: a new article, or new words for one. Published, it is a version that can be read for ever. */
export const ArticleChange = object({
  id: Id,
  articleId: Id,
  /** The version it was written over; 0 for a new article. */
  basedOn: Type.Integer({ minimum: 0 }),
  /** The version it became. */
  version: orNull(Version),
  content: ArticleContent,
  note: orNull(Type.String()),
  status: oneOf(changeStatuses),
  proposedBy: Id,
  proposedAt: Instant,
  decidedBy: orNull(Id),
  decidedAt: orNull(Instant),
  decision: orNull(Type.String()),
});
export type ArticleChange = Type.Static<typeof ArticleChange>;

/** 纠错: somebody found something wrong with a version. Closed with an answer. */
export const ArticleReport = object({
  id: Id,
  articleId: Id,
  version: Version,
  text: Type.String(),
  by: Id,
  at: Instant,
  answer: orNull(Type.String()),
  closedBy: orNull(Id),
  closedAt: orNull(Instant),
});
export type ArticleReport = Type.Static<typeof ArticleReport>;
