import { expect, test } from 'vitest';
import { areQuestions, questionsIn } from './questions.ts';

test('one way of asking a line; none is dropped for being short', () => {
  expect(questionsIn(' 医保怎么交 \n\n社\n')).toEqual(['医保怎么交', '社']);
});

test.each([
  ['none', [], true],
  ['twelve of the longest', Array(12).fill('问'.repeat(120)), true],
  ['one too many', Array(13).fill('医保怎么交'), false],
  ['one of one character', ['社'], false],
  ['one too long', ['问'.repeat(121)], false],
])('%s: %#', (_, questions, fits) => {
  expect(areQuestions(questions)).toBe(fits);
});
