import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf, merged, type PreferenceChange, type Preferences, preferencesOf } from './preferences.ts';

test('what one tab changes leaves what another changed, key by key', () => {
  const begun: Preferences = { lang: 'zh', keys: [{ command: 'next', key: 'n' }] };
  const here = merged(begun, { textSize: 20, keys: [{ command: 'help', key: 'h' }] });
  expect(merged(here, { lang: 'en', keys: [{ command: 'next', key: 'm' }] })).toEqual({
    lang: 'en',
    textSize: 20,
    keys: [
      { command: 'next', key: 'm' },
      { command: 'help', key: 'h' },
    ],
  });
});

test('null is the default again, an empty key is none', () => {
  const begun: Preferences = { lang: 'en', keys: [{ command: 'next', key: 'n' }] };
  expect(merged(begun, { lang: null, keys: [{ command: 'next', key: null }] })).toEqual({});
  expect(merged(begun, { keys: [{ command: 'next', key: '' }] }).keys).toEqual([{ command: 'next', key: '' }]);
});

test('a line of a field that no longer exists is left out', () => {
  expect(preferencesOf([{ field: 'wallpaper', value: '"blue"' }])).toEqual({});
});

const change = fc.record(
  {
    lang: fc.constantFrom('zh', 'en', null),
    sound: fc.constantFrom(true, false, null),
    quietFrom: fc.constantFrom('22:00', '00:00', null),
    keys: fc.uniqueArray(fc.record({ command: fc.constantFrom('next', 'help'), key: fc.constantFrom('a', '', null) }), {
      selector: (k) => k.command,
    }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<PreferenceChange>;
const asMap = (p: Preferences) => new Map(linesOf(p).map((l) => [l.field, l.value]));

test('changes of different fields give the same in either order, and a change made twice is made once', () => {
  fc.assert(
    fc.property(change, change, (a, b) => {
      const apart = linesOf(a).every((l) => linesOf(b).every((m) => m.field !== l.field));
      if (apart) expect(asMap(merged(merged({}, a), b))).toEqual(asMap(merged(merged({}, b), a)));
      expect(merged(merged({}, a), a)).toEqual(merged({}, a));
    }),
  );
});
