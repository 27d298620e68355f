import { merged, type PreferenceChange, type Preferences } from '@hotline/shared/people/preferences';
import { keepHere, keptHere } from './personKeys.ts';
import { computerStore, computerValue, whenPersonLeaves } from './personStore.ts';

export const textSizes = [14, 16, 20] as const;
type Plain = Required<Omit<Preferences, 'keys'>>;
/** Keys by the name of their command; those that are not named are as they come. */
export type Settings = Plain & { keys: Readonly<Record<string, string>> };

const defaults: Settings = {
  lang: 'zh',
  textSize: 14,
  density: 'normal',
  sound: false,
  notification: false,
  quietFrom: '22:00',
  quietTo: '07:00',
  letterKeys: true,
  keys: {},
};

/** How the person who was here last had the page, until somebody has signed in. */
const name = 'settings';

/** What holds now. The server keeps it (data/preferences.ts); before that and without it, this computer does. */
export const useSettings = computerStore<Settings>(() => ({ ...defaults, ...stored() }));

const keep = computerValue<(change: PreferenceChange) => void>(() => undefined);
/** Who sends changes to the server while somebody is signed in. */
export const whenChanged = (listener: (change: PreferenceChange) => void) => {
  keep.current = listener;
};

// Of what a person chose the language and the size of the words stay at the computer.
whenPersonLeaves(() => {
  const { lang, textSize } = useSettings.getState();
  showPreferences({ lang, textSize });
});

/** At once here, then on the server. Null: the default again. */
export function changeSettings(change: PreferenceChange): void {
  const { keys, ...plain } = useSettings.getState();
  const asList = Object.entries(keys).map(([command, key]) => ({ command, key }));
  showPreferences(merged({ ...plain, keys: asList }, change));
  keep.current(change);
}

export function showPreferences({ keys = [], ...plain }: Preferences): void {
  const now = { ...defaults, ...plain, keys: Object.fromEntries(keys.map(({ command, key }) => [command, key])) };
  useSettings.setState(now, true);
  const { lang, textSize } = now;
  keepHere(name, JSON.stringify({ lang, textSize }));
}

function stored(): Partial<Settings> {
  try {
    const { lang, textSize } = JSON.parse(keptHere(name) ?? '{}') as Partial<Settings>;
    return { ...(lang ? { lang } : {}), ...(textSize ? { textSize } : {}) };
  } catch {
    return {};
  }
}
