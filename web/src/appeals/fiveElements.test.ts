import { expect, test } from 'vitest';
import { type Element, missingElements } from './fiveElements.ts';

const nothing = { address: '', regionCode: null, name: '', phone: '' };
const lacks = (content: string, more = {}) => missingElements({ content, ...nothing, ...more });

test.each<[string, Element[]]>([
  ['', []],
  ['市民来电反映，', []],
  ['市民来电反映，很吵。', ['who', 'when', 'where', 'cause', 'course']],
  ['市民来电反映，今天上午五一北路88号门口自来水管爆裂，路面大量冒水，请尽快抢修。', ['who']],
  ['本人住晋安区福飞路，昨晚工地施工噪音扰民，多次投诉无人处理，希望核查。', []],
  ['超市收费高', ['who', 'when', 'where', 'course']],
  ['业主反映小区电梯故障，已停用三天，请督促物业维修。', []],
  ['市民来电反映，{何时}在{地址}，{何事}。', ['who', 'when', 'where', 'cause', 'course']],
  ['请问如何办理居住证？', ['who', 'when', 'where', 'cause']],
])('«%s» lacks %j', (content, missing) => {
  expect(lacks(content)).toEqual(missing);
});

test('what a field of the form says need not stand in the words', () => {
  const words = '市民来电反映，很吵，今晚没人管，希望处理。';
  expect(lacks(words)).toEqual(['who', 'where']);
  expect(lacks(words, { name: '陈建国', regionCode: '350102' })).toEqual([]);
  expect(lacks(words, { isCallerKnown: true, address: '五一北路' })).toEqual([]);
});
