import { expect, test } from 'vitest';
import { titleFrom } from './titleFrom.ts';

test.each([
  ['市民来电反映，五四路路灯不亮。已三天。', '五四路路灯不亮'],
  ['尊敬的领导：您好！五四路路灯不亮，请处理。', '五四路路灯不亮，请处理'],
  ['您好！', '您好！'],
  ['您好！\n\n我是鼓楼区居民。\n五四路路灯不亮。', '五四路路灯不亮'],
  ['尊敬的领导\n五四路路灯不亮', '五四路路灯不亮'],
  ['领导好，我想咨询一下医保怎么转移', '医保怎么转移'],
  ['胡书记：您好！小区停水三天了。', '小区停水三天了'],
  ['我要投诉。小区停水三天了。', '小区停水三天了'],
  ['2019年4月以来，小区经常停水。', '2019年4月以来，小区经常停水'],
  ['9月28日小区停水。', '9月28日小区停水'],
  ['1、小区停水。2、没人修。', '小区停水'],
  ['请问：户口怎么迁', '户口怎么迁'],
  ['有问题要反映。谢谢领导。楼道堆满杂物！', '楼道堆满杂物'],
  ['打扰了，楼道堆满杂物', '楼道堆满杂物'],
])('%j is named %j', (content, title) => {
  expect(titleFrom(content)).toBe(title);
});

test('numbers and names of people are masked in a title, amounts and years are not', () => {
  expect(titleFrom('我叫王小明，电话13800138000，身份证35010219900101123X，家里停水')).toBe(
    '我叫王**，电话138****00，身份证350****3X，家里停水',
  );
  expect(titleFrom('拖欠工资1000000元，2024-2025年一直没发')).toBe('拖欠工资1000000元，2024-2025年一直没发');
  expect(titleFrom('12345热线答复后路灯仍不亮')).toBe('12345热线答复后路灯仍不亮');
});

test('a sentence that is too long ends with a whole clause, where enough is left', () => {
  const place = '五四路158号环球广场小区昨晚八点起停水，业主询问什么时候恢复供水';
  expect(titleFrom(`${place}，家里有老人需要用水，请尽快处理。`)).toBe(place);
  expect(titleFrom(`停水了，${'长'.repeat(60)}`)).toBe(`停水了，${'长'.repeat(36)}`);
});

test('a title has at most forty characters and is never empty where there are words', () => {
  expect(titleFrom('长'.repeat(8000))).toHaveLength(40);
  for (const words of ['好', '您好', '谢谢领导', '。。。路灯', '1', '我要投诉']) expect(titleFrom(words)).not.toBe('');
});

test.each([
  ['市民来电反映：小区旁工地凌晨施工，噪声扰民。请尽快处理。', '小区旁工地凌晨施工，噪声扰民'],
  ['市民来信反映,路灯不亮！', '路灯不亮'],
  ['市民反映:水压不足？', '水压不足'],
  ['反映市民反映路灯不亮', '反映市民反映路灯不亮'],
  ['  路灯\n\n不亮  很久了; 另外', '路灯 不亮 很久了'],
  ['路灯不亮!', '路灯不亮'],
  ['路灯不亮?真的', '路灯不亮'],
  ['路灯不亮；真的', '路灯不亮'],
  // Cut between characters, not within one.
  ['😀'.repeat(50), '😀'.repeat(40)],
  // What is left is too short to be a title: the words as they were said.
  ['市民反映水。晚上停。', '市民反映水。晚上停。'],
  ['水压。晚上停', '水压'],
])('«%s» is titled «%s»', (content, title) => {
  expect(titleFrom(content)).toBe(title);
});

test('forty signs before the first word are no title', () => {
  expect(titleFrom(`${'👨‍👩‍👧‍👦'.repeat(20)}路灯不亮`)).toBe('路灯不亮');
  expect(titleFrom('⚡⚡路灯不亮')).toBe('⚡⚡路灯不亮');
});
