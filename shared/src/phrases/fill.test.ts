import { expect, test } from 'vitest';
import { fill, firstGap, unknownGaps } from './fill.ts';
import { inPlaceOrder, placeOfVerb } from './places.ts';

test('what is known is put in, the first gap that is left is to be written by hand', () => {
  const filled = fill('{姓名}您好，您反映的{事项}问题，已由{单位}办理。', { 姓名: '陈先生', 单位: null });
  expect(filled.text).toBe('陈先生您好，您反映的{事项}问题，已由{单位}办理。');
  expect(filled.text.slice(filled.from, filled.to)).toBe('{事项}');
  expect(filled.text.slice(firstGap(filled.text, filled.to)?.from)).toBe('{单位}办理。');
});

test('a phrase without gaps is inserted as it is, the cursor behind it', () => {
  expect(fill('感谢您的来电。', {})).toEqual({ text: '感谢您的来电。', from: 7, to: 7 });
  expect(fill('{姓名}您好', { 姓名: '  ' }).text).toBe('{姓名}您好');
});

test('what a citizen said in braces is text, never a gap filled again', () => {
  expect(fill('您反映：{地址}', { 地址: '{姓名}路 3 号', 姓名: '陈' }).text).toBe('您反映：{姓名}路 3 号');
});

test('names nothing will ever fill are told to whoever writes the phrase', () => {
  expect(unknownGaps('{姓名}您好，{日期}前{编号}')).toEqual(['日期']);
});

test('phrases of the place come first, then those for anywhere', () => {
  const phrases = (['callback', 'any', 'reply', 'reply'] as const).map((place, i) => ({ place, i }));
  expect(inPlaceOrder(phrases, 'reply').map((p) => p.i)).toEqual([2, 3, 1, 0]);
});

test.each([
  ['reply', 'reply'],
  ['requestReturn', 'return'],
  ['approveReturn', 'return'],
  ['answer', 'answer'],
  ['handOff', 'answer'],
  ['recordCallback', 'callback'],
  ['urge', 'any'],
])('the words of %s belong to %s', (verb, place) => {
  expect(placeOfVerb(verb)).toBe(place);
});
