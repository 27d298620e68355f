import { create } from 'zustand';

export const textSizes = [14, 16, 20] as const;
type Settings = { lang: 'zh' | 'en'; textSize: (typeof textSizes)[number] };

const storageKey = 'hotline.settings';

/** What a person chose for this computer. */
export const useSettings = create<Settings>(() => ({ lang: 'zh', textSize: 14, ...stored() }));

export function changeSettings(change: Partial<Settings>): void {
  useSettings.setState(change);
  try {
    localStorage.setItem(storageKey, JSON.stringify(useSettings.getState()));
  } catch {
    // Private windows may refuse storage; the choice then lasts as long as the page.
  }
}

function stored(): Partial<Settings> {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Settings>;
  } catch {
    return {};
  }
}
