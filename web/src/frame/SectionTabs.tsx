import { NavLink } from 'react-router';
import { usePerson } from '../data/session.ts';
import { pageOf, pagesIn } from '../ownPages.ts';
import type { PageName, SectionName } from '../pages.ts';
import { to } from '../paths.ts';
import { useT } from '../text/translate.ts';
import type { TextKey } from '../text/zh.ts';

type Props = { section: SectionName; className: string; label: TextKey; query?: (name: PageName) => string };

/** The pages of a section that are this person's own; with one alone there is nothing to choose. */
export function SectionTabs({ section, className, label, query = () => '' }: Props) {
  const t = useT();
  const names = pagesIn(section, usePerson());
  if (names.length < 2) return null;
  return (
    <nav className={className} aria-label={t(label)}>
      {names.map((name) => (
        <NavLink key={name} end to={`${to(name)}${query(name)}`}>
          {t(pageOf(name).label)}
        </NavLink>
      ))}
    </nav>
  );
}
