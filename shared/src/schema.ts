import * as Type from 'typebox';

/** An object that refuses what it does not know: a misspelt property is an error, never silently dropped. */
export const object = <P extends Type.TProperties>(properties: P) =>
  Type.Object(properties, { additionalProperties: false });

export const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** A closed list of words, as JSON Schema `enum`. */
export const oneOf = <const T extends readonly string[]>(words: T) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...words] });

export const Id = Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_.:-]+$' });
export const Instant = Type.String({
  minLength: 24,
  maxLength: 24,
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$',
});
export const Version = Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1 });
/** Free text: what the citizen or a clerk writes. */
export const text = (maxLength: number, minLength = 1) => Type.String({ minLength, maxLength });
