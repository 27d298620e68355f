import { Refusal } from '@hotline/shared/refusal';
import { expect, test } from 'vitest';
import { alarmOf, wrong } from './fit.ts';
import { countAlarms, countRefused, emptyReport, outcomeOf } from './outcome.ts';

test('a group of problems names its kind and its count, and the words of rows are only examples', () => {
  const report = emptyReport();
  const unknown = (word: string) => wrong('kind', 'unknown', `诉求类型「${word}」没有对应的值`);
  const rows: [number, string][] = [
    [9, '乙'],
    [4, '甲'],
    [6, '甲'],
    [12, '丁'],
    [2, '丙'],
    [7, '戊'],
  ];
  for (const [row, word] of rows) countRefused(report, row, unknown(word));
  countRefused(report, 3, new Refusal('conflict', '没有 2012 年的数据', { year: 2012 }));
  countRefused(report, 5, new Refusal('invalid', '答复时间早于诉求时间。', { why: 'replyBeforeQuestion' }));
  countAlarms(report, 8, [alarmOf('phone', 'unreadable', '联系电话「找老王」读不出，已原样保留')]);
  expect(outcomeOf(report).problems.map((p) => [p.term, p.isRefused, p.count, p.examples.map((e) => e.row)])).toEqual([
    ['诉求类型没有对应的值', true, 6, [2, 4, 7]],
    ['没有 2012 年的工作日历', true, 1, [3]],
    ['答复时间早于诉求时间，请核对原始数据', true, 1, [5]],
    ['联系电话读不出', false, 1, [8]],
  ]);
});
