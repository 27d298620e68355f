import * as Type from 'typebox';
import { Article, ArticleChange, ArticleContent, ArticleReport } from '../knowledge/article.ts';
import { ArticleFile } from '../knowledge/file.ts';
import { mediaTypeNames, mostBytes } from '../knowledge/fileTypes.ts';
import { Id, Instant, maxLengthOf, object, oneOf, orNull, text, Version } from '../schema.ts';
import { AppealExcerpt, FilterWords } from '../search/sought.ts';
import { byId, Count, route } from './route.ts';

export const articleLists = [
  'published',
  'proposed',
  'reported',
  'due',
  'expiring',
  'unused',
  'retired',
  'mine',
] as const;
export type ArticleList = (typeof articleLists)[number];

const Shown = object({
  id: Id,
  title: Type.String(),
  status: Article.properties.status,
  version: Count,
  categoryId: orNull(Id),
  departmentId: orNull(Id),
  validUntil: ArticleContent.properties.validUntil,
  /** Local day on which it is to be looked through again. */
  reviewOn: orNull(Type.String()),
  /** It may be told to citizens today. */
  isCitable: Type.Boolean(),
  /** How often it was cited. */
  uses: Count,
  proposals: Count,
  reports: Count,
  updatedAt: Instant,
});
export type ShownArticle = Type.Static<typeof Shown>;

const Whole = object({
  article: Shown,
  content: ArticleContent,
  reviewedAt: orNull(Instant),
  retiredReason: orNull(Type.String()),
  /** Published versions and proposals, the newest first. */
  changes: Type.Array(ArticleChange),
  reports: Type.Array(ArticleReport),
  files: Type.Array(ArticleFile),
  names: Type.Record(Type.String(), Type.String()),
  may: object({ propose: Type.Boolean(), decide: Type.Boolean(), confirm: Type.Boolean() }),
});
export type WholeArticle = Type.Static<typeof Whole>;

/** 知识库: what is told, by whom it is answered for, and how it came to be. */
export const knowledgeRoutes = {
  articles: route({
    method: 'GET',
    path: '/api/articles',
    summary: 'Articles: searched, or by what is to be done about them',
    query: object({
      q: Type.Optional(FilterWords),
      list: Type.Optional(oneOf(articleLists)),
      categoryId: Type.Optional(Id),
      departmentId: Type.Optional(Id),
      from: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
    }),
    answer: object({ items: Type.Array(Shown), total: Count, counts: Type.Record(Type.String(), Count) }),
  }),
  fittingArticles: route({
    method: 'GET',
    path: '/api/articles/fitting',
    summary: 'Articles that answer what a citizen says, three at most',
    query: object({ content: text(maxLengthOf(AppealExcerpt)), categoryId: Type.Optional(Id) }),
    answer: object({
      items: Type.Array(
        object({
          id: Id,
          version: Version,
          title: Type.String(),
          answer: Type.String(),
          basis: orNull(Type.String()),
          departmentId: orNull(Id),
        }),
      ),
    }),
  }),
  article: route({
    method: 'GET',
    path: '/api/articles/:id',
    summary: 'One article with every version of it',
    params: byId,
    answer: Whole,
  }),
  addArticle: route({
    method: 'POST',
    path: '/api/articles',
    summary: 'Propose a new article',
    body: object({ content: ArticleContent, note: Type.Optional(text(500)) }),
    answer: Whole,
    status: 201,
  }),
  changeArticle: route({
    method: 'POST',
    path: '/api/articles/:id/changes',
    summary: 'Propose new words for an article, over the version that was read',
    params: byId,
    body: object({
      version: Type.Integer({ minimum: 0 }),
      content: ArticleContent,
      note: Type.Optional(text(500)),
    }),
    answer: Whole,
    status: 201,
  }),
  decideArticle: route({
    method: 'POST',
    path: '/api/articles/:id/decide',
    summary: 'Publish a proposal as the next version, or send it back',
    params: byId,
    body: object({ changeId: Id, approve: Type.Boolean(), decision: Type.Optional(text(500, 2)) }),
    answer: Whole,
  }),
  cancelArticle: route({
    method: 'POST',
    path: '/api/articles/:id/cancel',
    summary: 'Take one’s own proposal back',
    params: byId,
    body: object({ changeId: Id }),
    answer: Whole,
  }),
  retireArticle: route({
    method: 'POST',
    path: '/api/articles/:id/retire',
    summary: 'Tell it no more; every version stays readable',
    params: byId,
    body: object({ version: Version, reason: text(500, 2) }),
    answer: Whole,
  }),
  confirmArticle: route({
    method: 'POST',
    path: '/api/articles/:id/confirm',
    summary: 'Looked through and still right',
    params: byId,
    body: object({ version: Version }),
    answer: Whole,
  }),
  reportArticle: route({
    method: 'POST',
    path: '/api/articles/:id/reports',
    summary: 'Say what is wrong with a version',
    params: byId,
    body: object({ version: Version, text: text(500, 4) }),
    answer: Whole,
    status: 201,
  }),
  answerReport: route({
    method: 'POST',
    path: '/api/articles/:id/reports/:reportId',
    summary: 'Answer what was reported',
    params: object({ id: Id, reportId: Id }),
    body: object({ answer: text(500, 2) }),
    answer: Whole,
  }),
  addArticleFile: route({
    method: 'POST',
    path: '/api/articles/:id/files',
    summary: 'Attach a document; its content in base64',
    params: byId,
    body: object({
      name: text(120),
      mediaType: oneOf(mediaTypeNames),
      content: Type.String({
        minLength: 4,
        maxLength: Math.ceil(mostBytes / 3) * 4,
        pattern: '^[A-Za-z0-9+/]+=*$',
        verbatim: true,
      }),
    }),
    bodyLimit: 6 * 1024 * 1024,
    answer: Whole,
    status: 201,
  }),
  removeArticleFile: route({
    method: 'DELETE',
    path: '/api/articles/:id/files/:fileId',
    summary: 'Take a document away',
    params: object({ id: Id, fileId: Id }),
    answer: Whole,
  }),
} as const;
