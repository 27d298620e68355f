import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classify, type Example, trainClassifier } from './classifier.ts';
import { scoreOn } from './scores.ts';
import { readClassifier, storeClassifier } from './storedClassifier.ts';
import { tellingWords } from './tellingWords.ts';

const places = ['五一路', '八一七路', '工业路', '杨桥路', '则徐大道', '福马路', '六一路', '华林路'];
const matters: Record<string, readonly string[]> = {
  噪声: ['工地夜间施工噪音扰民无法入睡', '凌晨还在打桩噪声很大', '楼下酒吧深夜音响声太吵'],
  路灯: ['路灯不亮已经三天', '整条街路灯损坏晚上很黑', '路灯忽明忽暗请维修'],
  供水: ['自来水停水一整天没有通知', '水管爆裂路面大量冒水', '水压太低高层用不上水'],
};
const examples: Example[] = places.flatMap((place) =>
  Object.entries(matters).flatMap(([label, texts]) =>
    texts.map((text) => ({ label, text: `市民反映${place}${text}。` })),
  ),
);

test('an appeal is told by its words, whatever the place, and the words that told are named', () => {
  const model = trainClassifier(examples);
  const text = '市民反映上下杭夜间施工，噪音扰民。';
  const [first, second] = classify(model, text);
  expect(first?.label).toBe('噪声');
  expect(first?.probability).toBeGreaterThan((second?.probability ?? 1) * 2);
  expect(tellingWords(model, text, '噪声').join('、')).toMatch(/施工|噪音/);
  expect(classify(model, '停水了，什么时候来水？')[0]?.label).toBe('供水');
});

test('probabilities are a distribution, also of texts without one known character', () => {
  const model = trainClassifier(examples);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const guesses = classify(model, text);
      expect(guesses.reduce((sum, g) => sum + g.probability, 0)).toBeCloseTo(1, 9);
      expect(guesses.every((g) => g.probability >= 0)).toBe(true);
    }),
  );
});

test('digits, width and case change nothing', () => {
  const model = trainClassifier(examples);
  expect(classify(model, '５号楼WiFi路灯３盏不亮')).toEqual(classify(model, '8号楼wifi路灯7盏不亮'));
});

test('a stored model answers like the one that was trained', () => {
  const model = trainClassifier(examples);
  const read = readClassifier(storeClassifier(model));
  for (const { text } of examples) {
    const [a, b] = [classify(model, text), classify(read, text)];
    expect(b[0]?.label).toBe(a[0]?.label);
    expect(Math.abs((b[0]?.probability ?? 0) - (a[0]?.probability ?? 1))).toBeLessThan(0.03);
  }
  expect(scoreOn(read, examples).accuracy).toBe(1);
  expect(() => readClassifier('{"format":2}')).toThrow('unknown format');
});
