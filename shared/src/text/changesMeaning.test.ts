import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesMeaning } from './changesMeaning.ts';
import { cleanText } from './cleanText.ts';

/** Cleaning leaves what these say. */
const unchanged = [
  '五四路路灯不亮。',
  'Lamp 128 does not work.',
  '',
  '   五四路路灯不亮   ',
  '\u3000\u3000五四路路灯不亮',
  '五四路\r\n路灯\r不亮',
  '五四路\u2028路灯\u0085不亮',
  '五四路\n\n\n\n路灯不亮',
  '五四路\u00a0128\u2003号\t门口',
  '五四路_x000D_路灯不亮',
  '\ufeff五四路路灯不亮',
  '五四路\u200b路灯\u2060不亮\u00ad',
  '五四路\u0007路灯\u007f不亮',
  '五四路路灯不亮\ufe0f',
  '五四路\u034f路灯不亮',
  `a${'\u034f'.repeat(12)}`,
  '五四路\u2800路灯\ufffc不亮',
  '五四路路灯不亮\u{e0001}\u{e0067}',
  'cafe\u0301 五四路',
  '1\u0308\u0301',
  'A\u030a 与 \u212b',
  '&nbsp;&nbsp;五四路&ensp;路灯不亮',
  '五四路<br>路灯<br/>不亮<BR class="x">',
  '<张三> 说 3 < 5，AT&T',
  '<script>',
  '收费 5&6 号窗口',
  '五四路\ue5e5路灯不亮',
  '王\ue000先生',
  '\u200e五四路路灯不亮\u200f',
  '\u061c五四路路灯不亮',
  '\u202d138 0013 8000\u202c',
  '\u202a五四路\u202c路灯不亮',
  '\u2066五四路\u2069路灯 128 号',
  '\u2068五四路\u2069',
  '五四路路灯不亮\u202e',
  '\u202e\u202c',
  '\u202e亮\u202c',
  '\u202b五四路路灯不亮\u202c',
  'السلام عليكم',
  '👨\u200d👩\u200d👧 ❤\ufe0f',
  '邉\u{e0101}先生',
];

/** Of these something is lost or may be read otherwise. */
const changed = [
  '<p>五四路路灯不亮</p>',
  '<div><b>五四路</b>路灯</div>',
  '<p>见<a href="http://a.cn/1">通知</a></p>',
  '<table><tr><td>1</td><td>2</td></tr></table>',
  '<td>五四路路灯不亮</td>',
  '<span style="display:none">无</span>五四路',
  '<p>五四路<img src="a.png">路灯不亮</p>',
  '<style>p{}</style><p>五四路路灯不亮</p>',
  '&lt;p&gt;五四路&lt;/p&gt;<br>',
  '五四路&nbsp;A&amp;B 大厦',
  '<!-- 甲 --><p>五四路</p>',
  '王\ue863',
  '五四路\ue816路灯',
  '⻋灯不亮',
  '⽤户⻅不到',
  '\u2f3e',
  '神\ufa19社',
  '\u{2f800}先生',
  '五四路\ud83d路灯',
  '\udc00',
  `路${'\u0301'.repeat(9)}`,
  `路${'\u0335\u200b'.repeat(12)}`,
  '\u202e五四路路灯不亮',
  '五四路\u202e亮不灯路\u202c',
  '<p>五四路</p>&#x202e;亮不',
  '\u202b五四路 128 号\u202c',
  '\u2067（128）五四路\u2069',
  'السلام\u200e عليكم',
  '\u202aשלום 五四路\u202c',
  '\u2068שלום\u2069',
];

test.each(unchanged)('cleaning %j changes nothing of what it says', (text) => {
  expect(changesMeaning(text)).toBe(false);
});

test.each(changed)('cleaning %j changes what it says', (text) => {
  expect([changesMeaning(text), cleanText(text) === text]).toEqual([true, false]);
});

test('what is clean says what it said', () => {
  const odd = fc.string({
    unit: fc.constantFrom('<p>', '</p>', '&amp;', '\u202e', '\ue863', '⻅', '\u0301', '路', ' ', '\ud83d'),
  });
  fc.assert(
    fc.property(fc.oneof(odd, fc.string({ unit: 'binary' })), (raw) => !changesMeaning(cleanText(raw))),
    { numRuns: Number(process.env['HOTLINE_RUNS'] ?? 500) },
  );
}, 600_000);

test('a text of many thousand signs is looked through at once', () => {
  for (const piece of ['<p>', '&amp;', '\u0301\u200b', '\u202e路', '\ue863', '&lt;br&gt;', '路'])
    expect(typeof changesMeaning(piece.repeat(30_000))).toBe('boolean');
});
