import { everyRole } from '@hotline/shared/people/roles';
import { hasRole, type Person } from './data/session.ts';
import { type DeskName, type Page, type PageName, pages, type SectionName, sections } from './pages.ts';
import { to } from './paths.ts';

/** Every page, in the order of the table. */
export const allPages = Object.keys(pages) as PageName[];
export const deskNames = allPages.flatMap((name) => deskOf(name) ?? []);

export const pageOf = (name: PageName): Page => pages[name];
export const mayOpen = (person: Person, name: PageName) => hasRole(person, pages[name].who);

/** The pages of a section that are this person's own. */
export const pagesIn = (section: SectionName, person: Person): PageName[] =>
  allPages.filter((name) => sectionOf(name) === section && mayOpen(person, name));

/** The section whose tabs and title a page stands under, if any. */
export function sectionOf(name: PageName): SectionName | null {
  const [head] = name.split('.');
  return sectionNames.find((section) => section === head) ?? null;
}

/** The desk a page is, if it is one. */
export function deskOf(name: PageName): DeskName | null {
  return name.startsWith('desk.') ? (name.slice('desk.'.length) as DeskName) : null;
}

/** What stands in the rail: of a section one page, the first this person may open. */
export function railOf(person: Person): { name: PageName; label: NonNullable<Page['rail']> }[] {
  const seen = new Set<SectionName>();
  return allPages.flatMap((name) => {
    const section = sectionOf(name);
    const label = pageOf(name).rail;
    if (!label || !mayOpen(person, name) || (section && seen.has(section))) return [];
    if (section) seen.add(section);
    return [{ name, label }];
  });
}

/** Where this person's own work is, what opens after signing in: a page that is not everybody's, the desks before others. */
export function firstPage(person: Person): string {
  const own = railOf(person).filter(({ name }) => pageOf(name).who !== everyRole);
  const first =
    own.find(({ name }) => startsAt(person, pageOf(name))) ?? own.find(({ name }) => deskOf(name)) ?? own[0];
  return to(first?.name ?? 'settings.general');
}

const startsAt = (person: Person, { start }: Page) => start !== undefined && hasRole(person, start);
const sectionNames = Object.keys(sections) as SectionName[];
