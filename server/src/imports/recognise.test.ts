import { expect, test } from 'vitest';
import { proposeMapping } from './propose.ts';
import { fieldNamed } from './recognise.ts';

// Headings as offices write them; what a person would have to be asked about is null.
test.each([
  [
    'content',
    '诉求内容 诉求描述 反映内容 反映的内容 反映的问题 反映问题 反映事项 投诉内容 投诉事项 市民诉求 主要诉求 咨询内容 求助内容 来电内容 来电事由 问题描述 留言内容 工单内容 信件正文 诉求',
  ],
  ['categoryId', '类别 分类 事项分类 诉求分类 问题分类 问题类型 问题类别 归口分类 小类'],
  ['kind', '诉求类型 工单类型 诉求性质 来电类型 类型 诉求类别'],
  ['department', '处理部门 承办单位 责任部门 主办单位 办理单位 承办科室 受办部门'],
  ['repliedAt', '办结时间 答复时间 回复时间 实际办结时间 完成日期'],
  ['receivedAt', '受理时间 来电时间 反映时间 登记日期 咨询时间 留言时间 上报时间 收到日期'],
  ['dueAt', '办理时限 办理期限 办结期限 应办结时间 截止日期'],
  ['publicReply', '办理结果 处理结果 答复内容 答复情况 部门答复'],
  ['handling', '办理情况 处理过程'],
  ['phone', '联系电话 来电号码 反映人电话 *联系电话（必填） 手机号码 咨询人电话'],
  ['citizenName', '姓名 反映人 诉求人姓名 留言人'],
  ['address', '事发地址 事发地 诉求地点'],
  [null, '备注 序号说明 满意度 部门意见签字 类别代码'],
])('%s is proposed for the headings that mean it', (field, headings) => {
  for (const heading of headings.split(' ')) expect([heading, fieldNamed(heading)]).toEqual([heading, field]);
});

const column = (heading: string, ...words: string[]) => ({
  ...{ name: heading, heading, isDuplicate: false, filled: words.length, samples: words },
  values: words.map((text) => ({ text, count: 1 })),
});

test('类别 is the kind where its words are kinds, and the category where they are subjects', () => {
  const told = (...words: string[]) => proposeMapping({ columns: [column('类别', ...words)] }).fields;
  expect(told('投诉', '咨询')).toEqual({ kind: '类别' });
  expect(told('噪声扰民', '供水')).toEqual({ categoryId: '类别' });
  expect(told('噪声扰民', '投诉')).toEqual({ categoryId: '类别' });
});
