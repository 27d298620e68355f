import { expect, test } from 'vitest';
import { originalOf, renamed, withCodes } from './original.ts';

test('an original is kept whole up to three times what its field takes, in code points', () => {
  expect(originalOf('content', '𠮷'.repeat(30), 10)).toEqual({ field: 'content', text: '𠮷'.repeat(30), isCut: false });
  expect(originalOf('content', '𠮷'.repeat(31), 10)).toEqual({ field: 'content', text: '𠮷'.repeat(30), isCut: true });
  expect(originalOf('x', 'a'.repeat(30_000), Number.POSITIVE_INFINITY).text).toHaveLength(24_000);
});

test('what no store keeps is kept as a sign that something was there', () => {
  expect(originalOf('content', '五\ud83d四\0路', 10).text).toBe('五\ufffd四\ufffd路');
});

test('only the fields that are kept are taken, each under its name', () => {
  const came = ['citizen.name', 'citizen.phone', 'toString'].map((field) => originalOf(field, '<b>', 9));
  expect(renamed(came, { 'citizen.name': 'citizenName' }).map((one) => one.field)).toEqual(['citizenName']);
});

test.each([
  ['王\ue863', '王⟨U+E863⟩'],
  ['\u202e五四路\u202c', '⟨U+202E⟩五四路⟨U+202C⟩'],
  ['五\u200b四\u00ad路\u3164', '五⟨U+200B⟩四⟨U+00AD⟩路⟨U+3164⟩'],
  ['a\r\nb\tc\u2028d\u0007', 'a\nb\tc⟨U+2028⟩d⟨U+0007⟩'],
  ['<p>五四路</p>&nbsp;', '<p>五四路</p>&nbsp;'],
  ['恢复供\u2f54，⻋灯\ufa19', '恢复供\u2f54⟨U+2F54⟩，⻋⟨U+2ECB⟩灯\ufa19⟨U+FA19⟩'],
  ['\u{e0067}\u{f0000}\ud83d', '⟨U+E0067⟩⟨U+F0000⟩⟨U+D83D⟩'],
])('%j is shown as %j', (text, shown) => {
  expect(withCodes(text)).toBe(shown);
});
