import * as Type from 'typebox';
import { expect, test } from 'vitest';
import { orNull, text } from '../schema.ts';
import { textFlaw } from './textFlaw.ts';

const title = text(6, 2);
test.each([
  [title, '路灯', null],
  [title, '灯', 'tooShort'],
  [title, '　灯　', 'tooShort'],
  [title, '\u200b\u200b\u200b', 'tooShort'],
  [title, '，。！', 'saysNothing'],
  [title, '路灯三天不亮了', 'tooLong'],
  [title, '𠮷𠮷𠮷𠮷𠮷𠮷', null],
  [text(5), '', 'tooShort'],
  [orNull(title), '——', 'saysNothing'],
  [Type.String({ maxLength: 3 }), '……', null],
  [Type.String({ maxLength: 3 }), '1234', 'tooLong'],
])('of %o «%s» is %s', (schema, typed, what) => {
  expect(textFlaw(schema, typed)?.what ?? null).toBe(what);
});

test.each([
  ['', null],
  ['　\u200b\n', null],
  ['灯', 'tooShort'],
  ['，。', 'saysNothing'],
])('of a text that may be left out «%s» is %s', (typed, what) => {
  expect(textFlaw(title, typed, false)?.what ?? null).toBe(what);
});
