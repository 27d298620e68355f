import type { Article, ArticleChange, ArticleReport } from '@hotline/shared/knowledge/article';
import type { ArticleFile } from '@hotline/shared/knowledge/file';
import type { Db, Tx } from '../store/open.ts';
import { insertRow, marks, rowsBy, rowsOf, run, updateRow } from '../store/rows.ts';
import type { ArticleChangeRow, ArticleRow } from '../store/schema.ts';

const articleOf = ({ content, version, revision: _, ...row }: ArticleRow): Article => ({
  ...row,
  version: Number(version),
  content: JSON.parse(content) as Article['content'],
});
const changeOf = ({ content, version, basedOn, ...row }: ArticleChangeRow): ArticleChange => ({
  ...row,
  basedOn: Number(basedOn),
  version: version === null ? null : Number(version),
  content: JSON.parse(content) as ArticleChange['content'],
});

const columns = `"id", "centre_id" as "centreId", "status", "version", "content", "reviewed_at" as "reviewedAt",
  "retired_reason" as "retiredReason", "updated_at" as "updatedAt", "revision"`;

/** A centre's articles, in the order in which they were made. */
export async function articlesOf(db: Db, centreId: string): Promise<Article[]> {
  const rows = await rowsOf<ArticleRow>(db, `select ${columns} from "article" where "centre_id" in (?) order by "n"`, [
    centreId,
  ]);
  return rows.map(articleOf);
}

/** How often anything of a centre's articles has changed: never the same twice. */
export async function articlesRevision(db: Db, centreId: string): Promise<number> {
  const [row] = await rowsOf<{ revision: number | null }>(
    db,
    'select sum("revision") as "revision" from "article" where "centre_id" = ?',
    [centreId],
  );
  return Number(row?.revision ?? 0);
}

export async function articleById(db: Db, id: string, locked?: 'locked'): Promise<Article | null> {
  const [row] = await rowsBy(db, 'article', 'id', id, locked);
  return row ? articleOf(row) : null;
}

/** What became of an article, the newest first. */
export async function changesOf(db: Db, articleId: string): Promise<ArticleChange[]> {
  return (await rowsBy(db, 'articleChange', 'articleId', articleId)).map(changeOf).reverse();
}

export async function reportsOf(db: Db, articleId: string): Promise<ArticleReport[]> {
  const rows = await rowsBy(db, 'articleReport', 'articleId', articleId);
  return rows.map((row) => ({ ...row, version: Number(row.version) })).reverse();
}

type Counted = { readonly articleId: string; readonly count: number };
const counts = async (db: Db, text: string): Promise<Map<string, number>> =>
  new Map((await rowsOf<Counted>(db, text, [])).map(({ articleId, count }) => [articleId, Number(count)]));

/** How often each article was cited, whatever version of it: the one definition of a use. All of them takes long. */
export const usesOf = (db: Db) =>
  counts(db, 'select "article_id" as "articleId", count(*) as "count" from "citation" group by "article_id"');

export async function usesOfOne(db: Db, articleId: string): Promise<number> {
  const text = 'select count(*) as "count" from "citation" where "article_id" in (?)';
  const [row] = await rowsOf<{ count: number }>(db, text, [articleId]);
  return Number(row?.count ?? 0);
}

/** Articles with a proposal waiting, and by whom it was made. */
export async function openProposals(db: Db): Promise<Map<string, string>> {
  const rows = await rowsOf<{ articleId: string; by: string }>(
    db,
    `select "article_id" as "articleId", "proposed_by" as "by" from "article_change" where "status" = 'open'`,
    [],
  );
  return new Map(rows.map(({ articleId, by }) => [articleId, by]));
}

/** How many unanswered reports each article has. */
export const openReports = (db: Db) =>
  counts(
    db,
    `select "article_id" as "articleId", count(*) as "count" from "article_report" where "closed_at" is null group by "article_id"`,
  );

/** These articles of a centre, as far as they exist. */
export async function articlesById(db: Db, centreId: string, ids: readonly string[]): Promise<Article[]> {
  if (ids.length === 0) return [];
  const rows = await rowsOf<ArticleRow>(
    db,
    `select ${columns} from "article" where "centre_id" = ? and "id" in (${marks(ids.length)})`,
    [centreId, ...ids],
  );
  return rows.map(articleOf);
}

export const insertArticle = (tx: Tx, { content, ...row }: Article) =>
  insertRow(tx, 'article', { ...row, content: JSON.stringify(content), revision: 1 });

export async function updateArticle(tx: Tx, { id, content, ...row }: Article): Promise<void> {
  await updateRow(tx, 'article', id, { ...row, content: JSON.stringify(content) });
  await run(tx, 'update "article" set "revision" = "revision" + 1 where "id" = ?', [id]);
}

export const insertChange = (tx: Tx, { content, ...row }: ArticleChange) =>
  insertRow(tx, 'articleChange', { ...row, content: JSON.stringify(content) });

export const updateChange = (tx: Tx, { id, content: _, ...row }: ArticleChange) =>
  updateRow(tx, 'articleChange', id, row);

export const insertReport = (tx: Tx, report: ArticleReport) => insertRow(tx, 'articleReport', report);

export const updateReport = (tx: Tx, { id, ...row }: ArticleReport) => updateRow(tx, 'articleReport', id, row);

const fileColumns = `"id", "article_id" as "articleId", "name", "media_type" as "mediaType", "bytes", "sha256",
  "uploaded_by" as "uploadedBy", "uploaded_at" as "uploadedAt"`;
const fileOf = <F extends ArticleFile>(file: F): F => ({ ...file, bytes: Number(file.bytes) });

/** An article's files without their content, in the order in which they came. */
export async function filesOf(db: Db, articleId: string): Promise<ArticleFile[]> {
  const text = `select ${fileColumns} from "article_file" where "article_id" in (?) order by "n"`;
  return (await rowsOf<ArticleFile>(db, text, [articleId])).map(fileOf);
}

/** One of them with its content, in base64. */
export async function fileWithContent(db: Db, articleId: string, id: string) {
  const text = `select ${fileColumns}, "content" from "article_file" where "article_id" = ? and "id" = ?`;
  const [file] = await rowsOf<ArticleFile & { content: string }>(db, text, [articleId, id]);
  return file ? fileOf(file) : null;
}

export const insertFile = (tx: Tx, file: ArticleFile, content: string) =>
  insertRow(tx, 'articleFile', { ...file, content });

export const dropFile = (tx: Tx, id: string) => run(tx, 'delete from "article_file" where "id" = ?', [id]);
