import { expect, test } from 'vitest';
import { appealOf, emergencyOf, emptyLog, isIncomplete } from './logDraft.ts';

const draft = { ...emptyLog, content: '五一北路爆管，路面冒水。', title: '水' };

test('a title of one character is asked for in full, not left out behind the back of whoever wrote it', () => {
  expect(isIncomplete(draft)).toBe(true);
  expect(isIncomplete({ ...draft, title: '爆管' })).toBe(false);
  expect(isIncomplete({ ...draft, title: ' ' })).toBe(false);
  expect(appealOf({ ...draft, title: '爆管' }).title).toBe('爆管');
  expect(appealOf({ ...draft, title: ' ' })).not.toHaveProperty('title');
});

test('it holds up no emergency', () => {
  expect(isIncomplete(emergencyOf(draft))).toBe(false);
  expect(appealOf(emergencyOf(draft))).not.toHaveProperty('title');
});

test('whoever left neither name nor number, and did not call, is anonymous', () => {
  const identity = (more: object, call = {}) =>
    appealOf({ ...draft, ...more }, { callId: null, citizenId: null, ...call }).citizen.identity;
  expect(identity({})).toBe('anonymous');
  expect(identity({ name: '陈女士' })).toBe('named');
  expect(identity({ phone: '13800138000' })).toBe('named');
  expect(identity({}, { callId: 'c1' })).toBe('named');
  expect(identity({ identity: 'confidential' })).toBe('confidential');
});
