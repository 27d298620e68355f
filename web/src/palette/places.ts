import type { Person } from '../data/session.ts';
import { desksOf, tabsOf } from '../desk/desks.ts';
import { allPages, mayOpen, pageOf, sectionOf } from '../ownPages.ts';
import { type PageName, sections } from '../pages.ts';
import { paths, to } from '../paths.ts';
import { type Lang, translate } from '../text/translate.ts';
import type { Entry } from './entry.ts';

type Place = { id: string; label: (lang: Lang) => string; address: string };

/** Everywhere this person may go: the pages of the table, a desk with each of its queues. */
export function placesFor(person: Person, lang: Lang, go: (address: string) => void): Entry[] {
  const other: Lang = lang === 'zh' ? 'en' : 'zh';
  return allPages
    .filter((name) => mayOpen(person, name))
    .flatMap((name) => placesOf(name, person))
    .map(({ id, label, address }) => ({
      id: `go-${id}`,
      group: 'go',
      label: label(lang),
      alias: label(other),
      run: () => go(address),
    }));
}

function placesOf(name: PageName, person: Person): Place[] {
  const own = (lang: Lang) => translate(lang, pageOf(name).label);
  const desk = desksOf(person).find((d) => name === `desk.${d}`);
  const tabs = desk ? tabsOf(desk, person) : [];
  if (desk && tabs.length > 1)
    return tabs.map((tab, i) => ({
      id: `${name}.${tab.name}`,
      label: (lang) => translate(lang, 'palette.deskTab', { desk: own(lang), tab: translate(lang, tab.label) }),
      address: paths.desk(desk, i === 0 ? {} : { tab: tab.name }),
    }));
  const section = sectionOf(name);
  const label = (lang: Lang) => (section ? `${translate(lang, sections[section].label)} · ${own(lang)}` : own(lang));
  return [{ id: name, label, address: to(name) }];
}
