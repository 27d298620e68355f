import { beforeEach, expect, test } from 'vitest';
import { keepFor, keepHere, keptFor, keptHere, namesFor } from './personKeys.ts';
import { nobodySignedIn, sessionEnds, signedInAs } from './testing/signedInAs.ts';

beforeEach(() => {
  nobodySignedIn();
  localStorage.clear();
  sessionStorage.clear();
});
const kept = () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]);

test('sign-out deletes every key of the person, also one nobody has thought of, and leaves the computer’s own', () => {
  keepHere('settings', '{"lang":"en"}');
  localStorage.setItem('another.program', 'stays');
  signedInAs('lin');
  keepFor('lin', 'draft.log-appeal', '市民说');
  keepFor('lin', 'unanswered', '[{"content":"市民说"}]');
  sessionStorage.setItem('hotline.whatever', '市民说');
  localStorage.setItem('hotline.draft.lin.log-appeal', '市民说，旧版存下的');
  nobodySignedIn();
  expect(kept()).not.toContain('市民说');
  expect(keptHere('settings')).toBe('{"lang":"en"}');
  expect(localStorage.getItem('another.program')).toBe('stays');
});

test('who signs in finds his own, and nothing of whoever was here before him', () => {
  signedInAs('lin');
  keepFor('lin', 'draft.a', '小林的话');
  keepFor('lin.2', 'draft.a', '别人的');
  expect(namesFor('lin', 'draft.')).toEqual(['draft.a']);
  signedInAs('chen');
  expect(kept()).not.toContain('小林的话');
  expect([keptFor('lin', 'draft.a'), keptFor('chen', 'draft.a')]).toEqual([null, null]);
});

test('a form that closes after its person has gone writes nowhere', () => {
  signedInAs('lin');
  signedInAs('chen');
  keepFor('lin', 'draft.a', '迟到的话');
  expect(kept()).not.toContain('迟到的话');
  nobodySignedIn();
  keepFor('chen', 'draft.a', '迟到的话');
  expect(kept()).not.toContain('迟到的话');
});

test('while a session has ended the words are in this tab’s memory, and only the same person gets them back', () => {
  signedInAs('lin');
  keepFor('lin', 'draft.a', '写到一半');
  sessionEnds();
  expect(kept()).not.toContain('写到一半');
  keepFor('lin', 'draft.b', '最后一个字');
  expect(keptFor('lin', 'draft.a')).toBe('写到一半');
  signedInAs('lin');
  expect([keptFor('lin', 'draft.a'), keptFor('lin', 'draft.b')]).toEqual(['写到一半', '最后一个字']);

  sessionEnds();
  signedInAs('chen');
  nobodySignedIn();
  signedInAs('lin');
  expect([keptFor('lin', 'draft.a'), keptFor('lin', 'draft.b')]).toEqual([null, null]);
});
