import { expect, test } from 'vitest';
import { bandsOf, jaccard, pairsOf } from './minhash.ts';

const said = '市民来电反映，五一北路88号门口自来水管爆裂，路面大量冒水，影响附近居民出行，请相关单位尽快抢修。';
const again = '市民来电反映五一北路88号门口的自来水管爆裂，路面大量冒水，影响居民出行，请尽快抢修。';
const other = '市民反映金山大道某工地凌晨仍在施工，噪音很大，老人和孩子无法休息，要求查处并告知结果。';

test('two tellings of one thing share a band, two things share none', () => {
  const [a, b, c] = [said, again, other].map(pairsOf);
  if (!a || !b || !c) throw new Error('no pairs');
  expect(jaccard(a, b)).toBeGreaterThan(0.6);
  expect(jaccard(a, c)).toBeLessThan(0.1);
  const bands = new Set(bandsOf(a));
  expect(bandsOf(b).some((band) => bands.has(band))).toBe(true);
  expect(bandsOf(c).some((band) => bands.has(band))).toBe(false);
  expect(bandsOf(pairsOf('停水'))).toEqual([]);
});

test('of texts with half their pairs in common hardly any is missed', () => {
  let found = 0;
  for (let i = 0; i < 200; i++) {
    const pairs = (from: number) => new Set(Array.from({ length: 80 }, (_, k) => `${i}-${from + k}`));
    const [a, b] = [pairs(0), pairs(26)];
    expect(jaccard(a, b)).toBeCloseTo(54 / 106, 5);
    const bands = new Set(bandsOf(a));
    if (bandsOf(b).some((band) => bands.has(band))) found += 1;
  }
  expect(found).toBeGreaterThan(185);
});
