import { expect, test } from 'vitest';
import { csvCell, csvLine } from './csv.ts';

test.each([
  ['普通文字', '普通文字'],
  ['有,逗号', '"有,逗号"'],
  ['有"引号"', '"有""引号"""'],
  ['第一行\n第二行', '"第一行\n第二行"'],
  ['=HYPERLINK("http://a.example")', `"'=HYPERLINK(""http://a.example"")"`],
  ['+8613800138000', "'+8613800138000"],
  ['-cmd', "'-cmd"],
  ['@sum(A1)', "'@sum(A1)"],
  ['  =1+1', "'  =1+1"],
  ['\t=1', "'\t=1"],
  ['\r=1', `"'\r=1"`],
  ['＝1+1', "'＝1+1"],
  ['-3.25', '-3.25'],
  [-3, '-3'],
  [null, ''],
])('%j is written %j', (cell, text) => {
  expect(csvCell(cell)).toBe(text);
});

test('a line ends as spreadsheets expect', () => {
  expect(csvLine(['甲', 1, null])).toBe('甲,1,\r\n');
});
