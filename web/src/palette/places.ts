import type { Person } from '../data/session.ts';
import {
  administers,
  audits,
  desks,
  desksOf,
  mayLog,
  readsKnowledge,
  seesBulletin,
  seesCalls,
  seesReports,
  tabsOf,
} from '../desk/desks.ts';
import { adminSections, paths, settingsSections } from '../paths.ts';
import { type Lang, translate } from '../text/translate.ts';
import type { TextKey } from '../text/zh.ts';
import type { Entry } from './entry.ts';

type Place = { id: string; label: (lang: Lang) => string; address: string };

/** Everywhere this person may go: the desks with their queues, pages, boards, sections. */
export function placesFor(person: Person, lang: Lang, go: (address: string) => void): Entry[] {
  const other: Lang = lang === 'zh' ? 'en' : 'zh';
  const simple = (id: string, key: TextKey, address: string): Place => ({
    id,
    label: (l) => translate(l, key),
    address,
  });
  const places: Place[] = [
    ...(mayLog(person) ? [simple('log', 'log.title', paths.log())] : []),
    ...desksOf(person).flatMap((desk): Place[] => {
      const tabs = tabsOf(desk, person);
      if (tabs.length < 2) return [simple(`desk-${desk}`, desks[desk].label, paths.desk(desk))];
      return tabs.map((tab, i) => ({
        id: `desk-${desk}-${tab.name}`,
        label: (l) =>
          translate(l, 'palette.deskTab', { desk: translate(l, desks[desk].label), tab: translate(l, tab.label) }),
        address: paths.desk(desk, i === 0 ? {} : { tab: tab.name }),
      }));
    }),
    ...(seesCalls(person) ? [simple('calls', 'desk.calls', paths.calls())] : []),
    simple('search', 'find.title', paths.search()),
    ...(readsKnowledge(person)
      ? [
          simple('knowledge', 'desk.knowledge', paths.knowledge()),
          simple('directory', 'desk.directory', paths.directory()),
        ]
      : []),
    ...(seesReports(person)
      ? [
          simple('reports', 'desk.reports', paths.reports()),
          simple('figures', 'report.figures', paths.figures()),
          simple('scores', 'report.scores', paths.scores()),
        ]
      : []),
    ...(seesReports(person) && seesBulletin(person) ? [simple('bulletin', 'report.bulletin', paths.bulletin())] : []),
    ...adminSections
      .filter((name) => administers(person) || (name === 'audit' && audits(person)))
      .map((name) => ({
        id: `admin-${name}`,
        label: (l: Lang) =>
          name === 'home'
            ? translate(l, 'desk.admin')
            : `${translate(l, 'desk.admin')} · ${translate(l, `admin.${name}`)}`,
        address: paths.admin(name),
      })),
    ...settingsSections.map((name) => ({
      id: `settings-${name}`,
      label: (l: Lang) => `${translate(l, 'settings.title')} · ${translate(l, `settings.${name}`)}`,
      address: paths.settings(name),
    })),
  ];
  return places.map(({ id, label, address }) => ({
    id: `go-${id}`,
    group: 'go',
    label: label(lang),
    alias: label(other),
    run: () => go(address),
  }));
}
