import { object, oneOf, orNull } from '@hotline/shared/schema';
import * as Type from 'typebox';
import { expect, test } from 'vitest';
import { inShape } from './inShape.ts';

const Citizen = object({ name: orNull(Type.String({ maxLength: 3 })), phones: Type.Array(Type.String()) });
const Answer = object({
  id: Type.String({ pattern: '^[a-z]+$' }),
  state: oneOf(['open', 'closed']),
  citizen: orNull(Citizen),
  items: Type.Array(object({ n: Type.Integer() })),
  names: Type.Record(Type.String(), Type.String()),
  place: Type.Tuple([Type.Integer(), Type.Integer()]),
  note: Type.Optional(Type.String()),
  body: Type.Unknown(),
});
const whole = {
  id: 'a',
  state: 'open',
  citizen: { name: '林', phones: [] },
  items: [{ n: 1 }],
  names: { p: 'Lin' },
  place: [1, 2],
  body: { any: ['thing'] },
};

test('what fits stays as it is', () => {
  expect(inShape(Answer, whole)).toEqual(whole);
});

test('what the contract does not name never leaves, at any depth', () => {
  const told = { ...whole, queryCode: 'SECRET', citizen: { name: '林', phones: [], identity: 'SECRET' } };
  expect(inShape(Answer, { ...told, items: [{ n: 1, phone: 'SECRET' }] })).toEqual(whole);
});

test('words that are too long or of another form are shown as they are', () => {
  const odd = { ...whole, id: '测试', state: 'unheard', citizen: { name: '阿卜杜拉', phones: [] } };
  expect(inShape(Answer, odd)).toEqual(odd);
});

test('an object or a list where words belong is hidden: nobody knows what it holds', () => {
  const odd = { ...whole, id: { phone: 'SECRET' }, citizen: { name: ['SECRET'], phones: 'SECRET' }, place: 'SECRET' };
  expect(inShape(Answer, odd)).toEqual({ ...whole, id: null, citizen: { name: null, phones: [] }, place: [] });
});

test('what is missing is null, a list is empty', () => {
  expect(inShape(Answer, {})).toEqual({
    id: null,
    state: null,
    citizen: null,
    items: [],
    names: null,
    place: [],
    body: null,
  });
});

test('of several shapes it takes the one whose mark the value bears, and names no property of an object’s own making', () => {
  const Two = Type.Union([
    object({ by: Type.Literal('each'), part: Type.String() }),
    object({ by: Type.Literal('step'), line: Type.Integer() }),
  ]);
  expect(inShape(Two, { by: 'step', line: 1, part: 'SECRET' })).toEqual({ by: 'step', line: 1 });
  const named = JSON.parse('{"p":"Lin","__proto__":"x","constructor":"y"}') as object;
  expect(Object.keys(inShape(Type.Record(Type.String(), Type.String()), named) as object)).toEqual([
    'p',
    '__proto__',
    'constructor',
  ]);
});
