import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { usePerson } from '../data/session.ts';
import { allPages, firstPage, mayOpen, pageOf, sectionOf } from '../ownPages.ts';
import { type PageName, sections } from '../pages.ts';
import { useT } from '../text/translate.ts';
import type { TextKey } from '../text/zh.ts';
import { EmptyState } from '../ui/EmptyState.tsx';

// The table names files instead of importing them: a page links to other pages, so an import would be a circle.
export const pageFiles = import.meta.glob<Record<string, ComponentType<never>>>([
  '../*/**/*Page.tsx',
  '../*/*Frame.tsx',
]);

const routes = allPages.map((name) => {
  const { path, label, component } = pageOf(name);
  const section = sectionOf(name);
  const frame = section && sections[section].frame;
  return {
    name,
    path,
    label,
    Content: shown<{ name: PageName }>(component),
    Frame: frame && shown<{ label: TextKey; children: ReactNode }>(frame),
  };
});

/** The page at the address, for whoever may open it; for everybody else there is none. */
export function Pages() {
  const person = usePerson();
  return (
    <Suspense fallback={null}>
      <Routes>
        <Route path="/" element={<Navigate replace to={firstPage(person)} />} />
        {routes
          .filter(({ name }) => mayOpen(person, name))
          .map(({ name, path, label, Content, Frame }) => (
            <Route
              key={name}
              path={path}
              element={
                Frame ? (
                  <Frame label={label}>
                    <Suspense fallback={null}>
                      <Content name={name} />
                    </Suspense>
                  </Frame>
                ) : (
                  <Content key={name} name={name} />
                )
              }
            />
          ))}
        <Route path="*" element={<Nothing />} />
      </Routes>
    </Suspense>
  );
}

/** @throws Error where the table names a file that is not there, at once and not when somebody opens the page */
function shown<Props>(component: string): ComponentType<Props> {
  const load = pageFiles[`../${component}.tsx`];
  if (!load) throw new Error(`pages.ts names ${component}, which is not there`);
  const exported = component.slice(component.lastIndexOf('/') + 1);
  return lazy(async () => ({ default: (await load())[exported] as ComponentType<Props> }));
}

function Nothing() {
  const t = useT();
  return <EmptyState title={t('page.nothing')} />;
}
