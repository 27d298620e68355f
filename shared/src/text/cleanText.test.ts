import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText } from './cleanText.ts';
import { saysSomething } from './saysSomething.ts';
import { saysAThing, saysNothing, textForms } from './textForms.test-support.ts';

const rows = Object.entries(textForms).flatMap(([value, forms]) => forms.map((raw) => [raw, value] as const));

test.each(rows)('%j is kept as %j', (raw, value) => {
  expect(cleanText(raw)).toBe(value);
});

test.each(saysNothing)('%j says nothing', (words) => {
  expect([saysSomething(words), saysSomething(cleanText(words))]).toEqual([false, false]);
});

test.each(saysAThing)('%j says something', (words) => {
  expect([saysSomething(words), saysSomething(cleanText(words))]).toEqual([true, true]);
});

test('there are more than two hundred forms in the tables', () => {
  expect(new Set([...rows.map(([raw]) => raw), ...saysNothing, ...saysAThing]).size).toBeGreaterThan(200);
});

const unkept = /[\p{Cs}\u202a-\u202e\u2066-\u2069\u200b\ufeff]|(?!\n)\p{Cc}/u;

test('whatever comes in, cleaning it never throws, is done once, keeps what was said and does not grow', () => {
  const odd = fc.array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom(
        '<p>',
        '</p>',
        '<br>',
        '&nbsp;',
        '&amp;',
        'amp;',
        '&lt;',
        '&#60;',
        '<',
        '>',
        '\r',
        '\n',
        '\ue863',
        '⻅',
        '\u{e0100}',
      ),
      fc.constantFrom(
        '\u200d',
        '\ufe0f',
        '👨',
        '❤',
        '🏽',
        '\u202e',
        '\u0301',
        '\u180e',
        'ᠮ',
        '\u3000',
        '\u2028',
        '\ud83d',
        '路',
        ' ',
      ),
    ),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(odd, (pieces) => {
      const raw = pieces.join('');
      const clean = cleanText(raw);
      if (cleanText(clean) !== clean || clean.normalize('NFC').trim() !== clean) return false;
      return !unkept.test(clean) && [...clean].length <= 3 * [...raw].length;
    }),
    { numRuns: Number(process.env['HOTLINE_RUNS'] ?? 2_000) },
  );
}, 600_000);

test('a text of many thousand nested signs is cleaned at once', () => {
  for (const piece of [
    ' ',
    '\u00a0',
    '&nbsp; ',
    '&amp;',
    '<p>',
    '<',
    '&',
    '\u0301',
    '\u200d',
    '<br',
    '&lt;br&gt;',
    '\r',
    ' \n',
  ])
    expect(cleanText(cleanText(piece.repeat(30_000)))).toBe(cleanText(piece.repeat(30_000)));
});
