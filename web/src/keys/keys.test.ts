import { describe, expect, test } from 'vitest';
import { commandNames, commands, holdersOf, keysOf } from './commands.ts';
import { keyFlaw } from './keyFlaw.ts';
import { keyName, keyText } from './keyNames.ts';

const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
  keyName({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });

describe('the name of what was pressed', () => {
  test.each([
    ['k', { ctrlKey: true }, 'ctrl+k'],
    ['k', { metaKey: true }, 'ctrl+k'],
    ['K', { ctrlKey: true, shiftKey: true }, 'ctrl+shift+k'],
    ['?', { shiftKey: true }, '?'],
    ['J', { shiftKey: true }, 'j'],
    ['F2', { shiftKey: true }, 'shift+f2'],
    ['Enter', { ctrlKey: true }, 'ctrl+enter'],
    ['¡', { altKey: true, code: 'Digit1' }, 'alt+1'],
    ['µ', { altKey: true, code: 'KeyM' }, 'alt+m'],
    ['Control', { ctrlKey: true }, null],
    ['Process', {}, null],
  ] as const)('%s with %o is %s', (key, more, name) => {
    expect(press(key, more)).toBe(name);
  });
  test.each([
    ['ctrl+k', 'Ctrl+K'],
    ['ctrl+enter', 'Ctrl+Enter'],
    ['f9', 'F9'],
    ['j', 'j'],
    ['ctrl+shift+arrowdown', 'Ctrl+Shift+↓'],
    ['ctrl++', 'Ctrl++'],
    ['escape', 'Esc'],
  ])('%s is printed %s', (name, text) => {
    expect(keyText(name)).toBe(text);
  });
});

test('the table as it comes has no flaw and no two commands that hear the same key at one place', () => {
  for (const name of commandNames)
    for (const key of commands[name].keys) {
      expect(keyFlaw(key, name), `${name} ${key}`).toBeNull();
      expect(holdersOf(key, name, {}), `${name} ${key}`).toEqual([]);
    }
});

test('a key is replaced, switched off, and said to be another’s', () => {
  const own = { next: 'n', palette: '' };
  expect(keysOf('next', own)).toEqual(['n']);
  expect(keysOf('palette', own)).toEqual([]);
  expect(keysOf('help', own)).toEqual(['?']);
  expect(holdersOf('n', 'next', own)).toEqual(['news']);
  expect(holdersOf('f2', 'next', {})).toEqual([]);
  expect(holdersOf('f9', 'category', {})).toEqual(['call']);
});

test.each([
  ['ctrl+w', 'next', 'keys.flaw.browser'],
  ['ctrl+c', 'next', 'keys.flaw.editing'],
  ['ctrl+ ', 'next', 'keys.flaw.inputMethod'],
  ['3', 'next', null],
  ['alt+1', 'next', 'keys.flaw.fixed'],
  ['m', 'phrase', 'keys.flaw.writing'],
  ['f4', 'phrase', null],
  ['alt+m', 'phrase', null],
  ['m', 'next', null],
] as const)('%s for %s: %s', (key, name, flaw) => {
  expect(keyFlaw(key, name)).toBe(flaw);
});
