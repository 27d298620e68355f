import { agents } from '@hotline/shared/people/roles';
import { hasRole, type Person } from '../data/session.ts';
import { changeSettings, type Settings, textSizes } from '../data/settings.ts';
import { signOut } from '../data/signing.ts';
import { paths } from '../paths.ts';
import { type Lang, translate } from '../text/translate.ts';
import type { TextKey } from '../text/zh.ts';
import type { Entry } from './entry.ts';

type Setting = { id: string; key: TextKey; value?: TextKey; on: () => void };

/** What a person may change about his page without leaving it, and the way out. */
export function settingEntries(person: Person, settings: Settings, go: (address: string) => void): Entry[] {
  const { lang, textSize, density, letterKeys, sound } = settings;
  const other: Lang = lang === 'zh' ? 'en' : 'zh';
  const otherDensity = density === 'normal' ? 'compact' : 'normal';
  const list: Setting[] = [
    ...textSizes
      .filter((size) => size !== textSize)
      .map(
        (size): Setting => ({
          id: `text-${size}`,
          key: 'palette.textSize',
          value: `frame.textSize${size}`,
          on: () => changeSettings({ textSize: size }),
        }),
      ),
    {
      id: `density-${otherDensity}`,
      key: 'palette.density',
      value: `settings.density.${otherDensity}`,
      on: () => changeSettings({ density: otherDensity }),
    },
    { id: 'language', key: 'palette.language', on: () => changeSettings({ lang: other }) },
    {
      id: 'letters',
      key: letterKeys ? 'palette.lettersOff' : 'palette.lettersOn',
      on: () => changeSettings({ letterKeys: !letterKeys }),
    },
    ...(hasRole(person, agents)
      ? [
          {
            id: 'sound',
            key: sound ? ('palette.soundOff' as const) : ('palette.soundOn' as const),
            on: () => changeSettings({ sound: !sound }),
          },
          { id: 'quiet', key: 'palette.quiet' as const, on: () => go(paths.settings()) },
        ]
      : []),
    { id: 'sign-out', key: 'frame.signOut', on: () => void signOut() },
  ];
  const words = (l: Lang, { key, value }: Setting) => {
    const said = value ? translate(l, value) : '';
    return translate(l, key, { size: said, density: said });
  };
  return list.map((setting) => ({
    id: `set-${setting.id}`,
    group: 'setting',
    label: words(lang, setting),
    alias: words(other, setting),
    run: setting.on,
  }));
}
