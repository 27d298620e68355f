import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestOf, matches, matchOf } from './pinyin.ts';

const category = '城乡建设 › 市容环境 › 占道经营';

test.each([
  ['占道', category],
  ['zhandao', category],
  ['zdjy', category],
  ['zhdjy', category],
  ['zhand', category],
  ['zhandaojy', category],
  ['srhj zd', category],
  ['占 csjs', '城市建设 占道'],
  ['swjt', '市水务集团'],
  ['shuiwu', '市水务集团'],
  ['chongqing', '重庆路'],
  ['changle', '长乐区'],
  ['xian', '西安路'],
  ["xi'an", '西安路'],
  ['lvhua', '绿化养护'],
  ['ＺＤ', category],
  ['12345', '12345 热线'],
  ['sos', 'SOS 求助'],
])('«%s» finds «%s»', (typed, text) => {
  expect(matches(typed, text)).toBe(true);
});

test.each([
  ['zjy', category],
  ['道占', category],
  ['shuiwuu', '市水务集团'],
  ['swx', '市水务集团'],
  ['停水 供电', '停水'],
])('«%s» does not find «%s»', (typed, text) => {
  expect(matchOf(typed, text)).toBeNull();
});

test('the whole comes first, then what begins so, then what begins a part so, then the rest', () => {
  const given = ['社区停水', '停水通知', '供水 › 停水', '停水', '停电'];
  expect(bestOf('停水', given, (x) => x)).toEqual(['停水', '停水通知', '供水 › 停水', '社区停水']);
  expect(bestOf('ts', given, (x) => x).slice(0, 2)).toEqual(['停水', '停水通知']);
  expect(bestOf('pd', ['派单 › 待派单', '派单'], (x) => x)).toEqual(['派单', '派单 › 待派单']);
  expect(bestOf('', given, (x) => x)).toEqual(given);
});

test('any piece of a text finds it, whatever it is made of', () => {
  const text = fc.string({
    unit: fc.constantFrom(...'水务集团占道经营重庆长乐 ›A1-（）'),
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (whole, a, b) => {
      const piece = whole.slice(a % whole.length, (a % whole.length) + 1 + (b % whole.length)).trim();
      expect(matches(piece, whole)).toBe(true);
    }),
  );
});
