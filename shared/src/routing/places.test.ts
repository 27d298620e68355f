import { expect, test } from 'vitest';
import { placesIn } from './places.ts';

test.each([
  ['五一北路88号', '水管爆裂', ['五一北路']],
  [null, '市民反映，金山碧水小区南门垃圾无人清运', ['金山碧水小区']],
  ['福州市鼓楼区杨桥东路12号', '我住在三盛巴厘岛小区', ['杨桥东路', '三盛巴厘岛小区']],
  [null, '家里停水两天了', []],
  [null, '五四路路灯不亮', ['五四路']],
  ['五四路128号', '路灯不亮', ['五四路']],
  ['鼓楼区华大街道五四路128号门口', '五四路路灯坏了', ['五四路']],
  [null, '我们这里经常停水', []],
  [null, '这条路坑坑洼洼，那条路也是', []],
  [null, '小区路灯坏了，小区路很黑', []],
  [null, '整个小区停水，老旧小区改造', []],
  [null, '村里的水泥路烂了，过马路危险', []],
  [null, '电梯里没有信号，家里停电', []],
  [null, '这个学校周边小区占道', []],
  [null, '农村公路没人修，走投无路', []],
  [null, '晋安区王庄新村停水', ['王庄新村']],
  [null, '八一七北路积水', ['八一七北路']],
  [null, '江滨中大道有人飙车', ['江滨中大道']],
] as const)('%s｜%s names %j', (address, content, places) => {
  expect(placesIn(content, address)).toEqual(places);
});

test('a community that the centre knows is a place however its name ends', () => {
  expect(placesIn('军门社区楼道堆满杂物', null, ['军门社区', '开元社区'])).toEqual(['军门社区']);
  expect(placesIn('军门社区楼道堆满杂物', null)).toEqual([]);
});
