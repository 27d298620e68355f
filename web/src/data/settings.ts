import { merged, type PreferenceChange, type Preferences } from '@hotline/shared/people/preferences';
import { create } from 'zustand';

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
const computerKey = 'hotline.settings';

/** What holds now. The server keeps it (stores/preferences.ts); before that and without it, this computer does. */
export const useSettings = create<Settings>(() => ({ ...defaults, ...stored() }));

let keep: (change: PreferenceChange) => void = () => {};
/** Who sends changes to the server while somebody is signed in. */
export const whenChanged = (listener: (change: PreferenceChange) => void) => {
  keep = listener;
};

/** At once here, then on the server. Null: the default again. */
export function changeSettings(change: PreferenceChange): void {
  const { keys, ...plain } = useSettings.getState();
  const asList = Object.entries(keys).map(([command, key]) => ({ command, key }));
  showPreferences(merged({ ...plain, keys: asList }, change));
  keep(change);
}

export function showPreferences({ keys = [], ...plain }: Preferences): void {
  const now = { ...defaults, ...plain, keys: Object.fromEntries(keys.map(({ command, key }) => [command, key])) };
  useSettings.setState(now, true);
  try {
    const { lang, textSize } = now;
    localStorage.setItem(computerKey, JSON.stringify({ lang, textSize }));
  } catch {
    // Private windows may refuse storage; the choice then lasts as long as the page.
  }
}

function stored(): Partial<Settings> {
  try {
    const { lang, textSize } = JSON.parse(localStorage.getItem(computerKey) ?? '{}') as Partial<Settings>;
    return { ...(lang ? { lang } : {}), ...(textSize ? { textSize } : {}) };
  } catch {
    return {};
  }
}
