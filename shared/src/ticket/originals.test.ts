import { expect, test } from 'vitest';
import { type KeptOriginal, originalsSeen } from './originals.ts';
import { cast, dispatched, logged } from './testing/town.test-support.ts';

const content = '<p>五四路路灯不亮。</p>';
const known = { name: '王䶮', phone: '13800138000' };
const kept = (field: string, text: string, more: Partial<KeptOriginal> = {}): KeptOriginal => ({
  ...{ field, text, isCut: false, eventSeq: 1, childId: 'a1' },
  ...more,
});
const seenBy = (who: 'agent' | 'gas', identity: 'named' | 'confidential' | 'anonymous', ...all: KeptOriginal[]) => {
  const c = dispatched(logged(1, { content: '五四路路灯不亮。', citizen: { ...known, identity } }), 'gas');
  return originalsSeen(c, cast[who], all).map(({ field, text }) => `${field} ${text}`);
};

test('a department sees the original of what it sees, the centre every one', () => {
  const all = [kept('content', content), kept('handling', '<p>别人的说明</p>'), kept('note', '<p></p>')];
  expect(seenBy('gas', 'named', ...all)).toEqual([`content ${content}`]);
  expect(seenBy('agent', 'named', ...all)).toHaveLength(3);
});

test('of a text that was cut only the centre sees the beginning', () => {
  const cut = kept('content', content, { isCut: true });
  expect([seenBy('gas', 'named', cut), seenBy('agent', 'named', cut)]).toEqual([[], [`content ${content}`]]);
});

test('a name is as hidden as the clean one, and nobody’s once its appeal has gone to another ticket', () => {
  const name = kept('citizenName', '王\ue863');
  expect([seenBy('agent', 'named', name), seenBy('gas', 'named', name)]).toEqual([
    ['citizenName 王*'],
    ['citizenName 王*'],
  ]);
  expect([seenBy('agent', 'confidential', name), seenBy('gas', 'confidential', name)]).toEqual([
    ['citizenName 王*'],
    [],
  ]);
  expect(seenBy('agent', 'anonymous', name)).toEqual([]);
  expect(seenBy('agent', 'named', { ...name, childId: 'a9' })).toEqual([]);
});
