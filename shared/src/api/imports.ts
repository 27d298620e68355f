import * as Type from 'typebox';
import { type FieldName, fieldNames } from '../imports/fields.ts';
import { Mapping } from '../imports/mapping.ts';
import { encodings, Reading } from '../imports/reading.ts';
import { Id, Instant, object, oneOf, orNull } from '../schema.ts';
import { byId, Count, route } from './route.ts';

const importStates = [
  ...(['reading', 'ready', 'checking', 'running', 'paused', 'done', 'failed'] as const),
  ...(['undoing', 'undone', 'discarded'] as const),
] as const;
export type ImportState = (typeof importStates)[number];

const Field = Type.Unsafe<FieldName>({ type: 'string', enum: [...fieldNames] });
const Told = Type.String();

/** A column of the file, with what stands in it. */
const FoundColumn = object({
  /** What a mapping calls it: its heading, made unambiguous where several have the same or it has none. */
  name: Told,
  heading: Told,
  isDuplicate: Type.Boolean(),
  filled: Count,
  samples: Type.Array(Told),
  /** Every different text with how often it stands there; null where there are too many. */
  values: orNull(Type.Array(object({ text: Told, count: Count }))),
});

const Found = object({
  format: oneOf(['workbook', 'markup', 'delimited', 'jsonLines'] as const),
  encoding: orNull(oneOf(encodings)),
  delimiter: orNull(Told),
  sheets: Type.Array(Told),
  sheet: orNull(Told),
  headerRow: orNull(Count),
  titles: Type.Array(Told),
  columns: Type.Array(FoundColumn),
  rows: Count,
  garbled: orNull(oneOf(['readWrongly', 'lost'] as const)),
  /** The beginning of the file as it stands there, to choose the header from. */
  beginning: Type.Array(object({ row: Count, cells: Type.Array(Told) })),
});
export type Found = Type.Static<typeof Found>;

/** So many rows are shown of one kind of problem. */
export const mostExamples = 3;

/** One kind of thing that is wrong with rows, counted, with the first rows that say something different of it. */
const Problem = object({
  why: Told,
  field: orNull(Field),
  /** The kind in words, without the words of any row: 「诉求类型没有对应的值」. */
  term: Told,
  /** Those rows stay out; otherwise they come in with something left empty or put into a remark. */
  isRefused: Type.Boolean(),
  count: Count,
  examples: Type.Array(object({ row: Count, sentence: Told }), { maxItems: mostExamples }),
});

/** What became of the rows, or would. */
const Report = object({
  rows: Count,
  imported: Count,
  /** Of those, matters that are still being worked on. */
  open: Count,
  /** Imported before. */
  known: Count,
  refused: Count,
  problems: Type.Array(Problem),
  absentColumns: Type.Array(Told),
});
export type ImportOutcome = Type.Static<typeof Report>;

/** Something a person has to say before the file can be imported. */
const ImportQuestion = object({
  what: oneOf(['garbled', 'missing', 'duplicate', 'words', 'departments', 'order'] as const),
  field: orNull(Field),
  /** The heading, or the words, that have no answer yet. */
  about: Type.Array(Told),
  sentence: Told,
});
export type ImportQuestion = Type.Static<typeof ImportQuestion>;

const summary = {
  id: Id,
  centreId: Id,
  fileName: Told,
  bytes: Count,
  state: oneOf(importStates),
  by: Told,
  createdAt: Instant,
  finishedAt: orNull(Instant),
  rows: orNull(Count),
  place: Count,
  report: orNull(Report),
  undone: Count,
  kept: Count,
  failure: orNull(Told),
};
const ImportRun = object({
  ...summary,
  reading: Reading,
  found: orNull(Found),
  mapping: orNull(Mapping),
  questions: Type.Array(ImportQuestion),
  checked: orNull(Report),
});
export type ImportRun = Type.Static<typeof ImportRun>;

const PreviewRow = object({
  row: Count,
  /** The fields as they would be kept. */
  fields: Type.Array(object({ field: Field, text: Told })),
  is: orNull(oneOf(['open', 'finished'] as const)),
  refused: orNull(Told),
  alarms: Type.Array(object({ field: Field, sentence: Told })),
});
export type PreviewRow = Type.Static<typeof PreviewRow>;

const withMapping = object({ mapping: Mapping });
const onRun = <const V extends string>(verb: V, summaryOf: string) =>
  route({ method: 'POST', path: `/api/imports/:id/${verb}`, summary: summaryOf, params: byId, answer: ImportRun });
const withIts = <const V extends string>(verb: V, summaryOf: string) =>
  route({
    method: 'POST',
    path: `/api/imports/:id/${verb}`,
    summary: summaryOf,
    params: byId,
    body: withMapping,
    bodyLimit: 2 * 1024 * 1024,
    answer: ImportRun,
  });

/**
 * 历史数据导入: a file of another system, looked at, checked, brought in and, if need be, taken back as a whole. The file
 * itself is sent as `POST /api/imports?fileName=` (`application/octet-stream`), the refused rows are `GET /api/imports/:id/refused`.
 */
export const importRoutes = {
  imports: route({
    method: 'GET',
    path: '/api/imports',
    summary: 'The newest imports of my centre',
    query: object({ centreId: Type.Optional(Id) }),
    answer: object({ items: Type.Array(object(summary)) }),
  }),
  importRun: route({
    method: 'GET',
    path: '/api/imports/:id',
    summary: 'What was found of a file, what was answered, and how far the import has come',
    params: byId,
    answer: ImportRun,
  }),
  readImport: route({
    method: 'PUT',
    path: '/api/imports/:id/reading',
    summary: 'Read the file again: in another encoding, by another delimiter, sheet or header',
    params: byId,
    body: Reading,
    answer: ImportRun,
  }),
  previewImport: route({
    method: 'POST',
    path: '/api/imports/:id/preview',
    summary: 'The first twenty rows as they would come in',
    params: byId,
    body: withMapping,
    bodyLimit: 2 * 1024 * 1024,
    answer: object({ rows: Type.Array(PreviewRow), questions: Type.Array(ImportQuestion) }),
  }),
  checkImport: withIts('check', 'Go through the whole file without writing anything'),
  startImport: withIts('start', 'Import in the background'),
  pauseImport: onRun('pause', 'Stop after the rows that are on their way'),
  continueImport: onRun('continue', 'Go on where it stopped'),
  undoImport: onRun('undo', 'Take back every matter of this import that nobody has worked on'),
  discardImport: onRun('discard', 'Delete the file; what was imported stays'),
} as const;
