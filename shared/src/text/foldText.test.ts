import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText, nameKey, withoutBlanksBetweenHan } from './foldText.ts';

test('a name typed in many ways is one name', () => {
  const ways = [
    [
      '迪丽热巴·买买提',
      '迪丽热巴•买买提',
      '迪丽热巴・买买提',
      '迪丽热巴‧买买提',
      '迪丽热巴.买买提',
      '迪丽热巴．买买提',
      '迪丽热巴 买买提',
      '迪丽热巴买买提',
      '迪麗熱巴·買買提',
    ],
    ['张伟', '張偉', '张 伟', '张\u3000伟', '张\u200b伟', ' 张伟 ', '张伟。'],
    ["O'Brien", 'O’Brien', 'o`brien', 'Ｏ’ＢＲＩＥＮ', 'OBrien'],
    ['王峰', '王峯'],
    ['李群', '李羣'],
    ['陈启', '陳啟', '陳啓'],
    ['Jean-Luc', 'Jean–Luc', 'Jean Luc', 'JEAN—LUC'],
  ];
  for (const forms of ways) expect(new Set(forms.map(nameKey)).size).toBe(1);
});

test('different names stay different', () => {
  const names = ['张伟', '张炜', '王伟', '欧阳', '欧 阳明', '买买提', 'Ann', 'Anna'];
  expect(new Set(names.map(nameKey)).size).toBe(names.length);
});

test('blanks between Chinese characters tell nothing, those of other scripts do', () => {
  expect(withoutBlanksBetweenHan(foldText('五 四　路  路灯 A 座 2 号'))).toBe('五四路路灯 a 座 2 号');
});

test('folding once is enough, whatever comes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => foldText(foldText(text)) === foldText(text)),
    { numRuns: 500 },
  );
}, 60_000);
