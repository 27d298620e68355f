import { afterEach, expect, test, vi } from 'vitest';
import { useLive } from './liveState.ts';
import { computerStore, personStore, personValue, storesOf, whenPersonLeaves } from './personStore.ts';
import { useSettings } from './settings.ts';
import { nobodySignedIn, sessionEnds, signedInAs } from './testing/signedInAs.ts';

const sources = import.meta.glob<string>(['../**/*.ts', '../**/*.tsx', '!../**/*.test.*'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const own = './personStore.ts';
const elsewhere = Object.entries(sources).filter(([path]) => path !== own);
const linesWith = (pattern: RegExp) =>
  elsewhere.flatMap(([path, text]) =>
    text.split('\n').flatMap((line) => (pattern.test(line) ? [`${path}: ${line}`] : [])),
  );

afterEach(() => {
  nobodySignedIn();
  vi.restoreAllMocks();
});

test('every store is made by what writes it into the registry: nothing else in the console knows zustand', () => {
  expect(elsewhere.length).toBeGreaterThan(200);
  expect(linesWith(/from 'zustand/)).toEqual([]);
});

test('no module keeps state of its own beside the registry', () => {
  expect(linesWith(/^(export )?let /)).toEqual([]);
  expect(linesWith(/^(export )?const \w+(: [^=]+)? = new (Map|Set|WeakMap)(<.*>)?\(\);/)).toEqual([]);
});

test('nothing but the homes of what a browser keeps touches its storage', () => {
  const homes = ['./personKeys.ts'];
  const found = linesWith(/\b(localStorage|sessionStorage|indexedDB)\b/);
  expect(found.filter((line) => !homes.some((home) => line.startsWith(home)))).toEqual([]);
});

test('whatever stores the console has, all of a person are as new when he has gone, and those of the computer are not', async () => {
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addListener: () => undefined,
    removeListener: () => undefined,
  }));
  // Every module that makes a store, however deep it lies: the registry is then what the console has.
  const makers = Object.keys(sources).filter((path) => /\b(personStore|computerStore)[<(]/.test(sources[path] ?? ''));
  const modules = import.meta.glob(['../**/*.ts', '../**/*.tsx', '!../**/*.test.*', '!../main.tsx']);
  await Promise.all(makers.map((path) => modules[path]?.()));
  const ofPerson = storesOf('person');
  expect(ofPerson.length).toBeGreaterThan(15);

  signedInAs('lin');
  const mark = { whose: 'lin' };
  for (const { store } of ofPerson) store.setState({ ...store.getState(), mark });
  expect(storesOf('computer').length).toBeGreaterThan(2);
  useSettings.setState({ lang: 'en', textSize: 20, density: 'compact', quietFrom: '20:00' });
  useLive.setState({ offsetMs: 5_000 });
  signedInAs('chen');
  for (const { store, initial } of ofPerson) expect(store.getState()).toEqual(initial());
  // The language and the size of the words are the computer's; what else he chose goes with him.
  expect(useSettings.getState()).toMatchObject({ lang: 'en', textSize: 20, density: 'normal', quietFrom: '22:00' });
  expect(useLive.getState().offsetMs).toBe(5_000);
  useSettings.setState(useSettings.getInitialState(), true);
});

test('a person’s state goes at sign-out and at another sign-in, and stays while his page is only hidden', () => {
  const store = personStore(() => ({ words: '' }));
  const value = personValue(() => new Map<string, string>());
  const computer = computerStore(() => ({ lang: 'zh' }));
  const stopped: string[] = [];
  whenPersonLeaves(() => stopped.push(store.getState().words));
  const fill = (words: string) => {
    store.setState({ words });
    value.current.set('words', words);
    computer.setState({ lang: 'en' });
  };

  signedInAs('lin');
  fill('小林的');
  sessionEnds();
  expect(store.getState().words).toBe('小林的');
  signedInAs('lin');
  expect(value.current.get('words')).toBe('小林的');
  signedInAs('chen');
  expect([store.getState().words, value.current.size]).toEqual(['', 0]);
  fill('小陈的');
  sessionEnds();
  signedInAs('lin');
  expect([store.getState().words, value.current.size]).toEqual(['', 0]);
  fill('又是小林的');
  nobodySignedIn();
  expect([store.getState().words, value.current.size, computer.getState().lang]).toEqual(['', 0, 'en']);
  // What ran was stopped while its person's state still stood.
  expect(stopped).toEqual(['小林的', '小陈的', '又是小林的']);
});
