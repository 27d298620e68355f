import * as Type from 'typebox';
import { expect, test } from 'vitest';
import { beginningOf, lengthsOf, maxLengthOf, minLengthOf, object, orNull, text } from './schema.ts';

const { name, note, said } = object({
  name: text(40, 2),
  note: Type.Optional(text(200)),
  said: Type.Optional(orNull(Type.String({ maxLength: 500 }))),
}).properties;

test('a text says how long it may be, asked for, optional or null', () => {
  expect([name, note, said].map((schema) => [minLengthOf(schema), maxLengthOf(schema)])).toEqual([
    [2, 40],
    [1, 200],
    [0, 500],
  ]);
  expect(maxLengthOf(Type.String())).toBe(Number.POSITIVE_INFINITY);
});

test('the JSON a schema is sent as says the same', () => {
  expect(lengthsOf(JSON.parse(JSON.stringify(said)))).toEqual({ minLength: 0, maxLength: 500 });
});

test('a length is asked of a text only, and of one that is there', () => {
  // @ts-expect-error: a number has none
  expect(maxLengthOf(Type.Integer())).toBe(Number.POSITIVE_INFINITY);
  // @ts-expect-error: no such property
  expect(() => maxLengthOf(object({ name }).properties.nickname)).toThrow();
});

test('a beginning never ends within a character', () => {
  expect(beginningOf('😀😀😀', Type.String({ maxLength: 2 }))).toBe('😀😀');
});
