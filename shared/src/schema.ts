import * as Type from 'typebox';
import { somethingSaid } from './text/saysSomething.ts';

export { Instant } from './time/instant.ts';
export { LocalDate } from './time/localDate.ts';

/** An object that refuses what it does not know: a misspelt property is an error, never silently dropped. */
export const object = <P extends Type.TProperties>(properties: P) =>
  Type.Object(properties, { additionalProperties: false });

export const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** A closed list of words, as JSON Schema `enum`. */
export const oneOf = <const T extends readonly string[]>(words: T) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...words] });

export const Id = Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_.:-]+$' });
export const Version = Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1 });
/**
 * What a person must write: it says something (`somethingSaid`), so blanks and dots are no answer. `maxLength` counts code
 * points, as everything here does; `title` is what it is called where it is refused.
 */
export const text = (maxLength: number, minLength = 1, title?: string) =>
  Type.String({ ...(title === undefined ? {} : { title }), minLength, maxLength, pattern: somethingSaid });
/** What is taken as it came, character for character: a secret. */
export const verbatim = (maxLength: number) => Type.String({ minLength: 1, maxLength, verbatim: true });
/** A text of the contract, as a property has it: asked for, optional, or null where nothing is said. */
type TextSchema = Type.TString | Type.TUnion<[Type.TString, Type.TNull]>;
/** The JSON Schema of a text, as far as its length and its saying something go. */
export type Lengths = {
  readonly type?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly anyOf?: readonly Lengths[];
};
/** How many code points a text must have and may have, of the schema or of the JSON it is sent as. */
export const lengthsOf = (schema: Lengths) => {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } =
    schema.anyOf?.find(({ type }) => type === 'string') ?? schema;
  return { minLength, maxLength };
};
export const maxLengthOf = (schema: TextSchema): number => lengthsOf(schema).maxLength;
export const minLengthOf = (schema: TextSchema): number => lengthsOf(schema).minLength;
/** As much of a text as the schema takes, from its beginning: for what is asked by it, never for what somebody wrote. */
export const beginningOf = (text: string, schema: TextSchema): string =>
  [...text].slice(0, maxLengthOf(schema)).join('');
/** Why somebody looks at what is hidden, or takes it away: written down, audited. */
export const Purpose = text(200, 2, '查看事由');
/** 行政区划代码: GB/T 2260 of a county (six digits), or with GB/T 10114 of a street or a village (nine, twelve). */
export const RegionCode = Type.String({ pattern: '^\\d{6,12}$', maxLength: 12 });
/** The beginning of a region's code, from the province on: stands for everything below it. */
export const RegionPrefix = Type.String({ pattern: '^\\d{2,12}$', maxLength: 12 });
/** A place in the tree of organisations, each name closed by a dot: `fz.water.`. */
export const OrganisationPath = Type.String({ minLength: 2, maxLength: 200 });
/** Some words of a closed list with commas between, as a query names them: `?status=handling,shelved`. */
export const wordList = (words: readonly string[]) => {
  const one = `(?:${words.join('|')})`;
  return Type.String({ pattern: `^${one}(?:,${one})*$`, maxLength: 200 });
};
/** The words of such a list; what is not of the closed list is left out. */
export const wordsIn = <T extends string>(words: readonly T[], list: string): T[] =>
  list.split(',').flatMap((word) => words.filter((known) => known === word));
