import { type Role, roles } from '@hotline/shared/people/actor';
import { cleanup, render, screen } from '@testing-library/react';
import { createMemoryRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { afterEach, expect, test } from 'vitest';
import { useSession } from '../data/session.ts';
import { allPages, pageOf } from '../ownPages.ts';
import { to } from '../paths.ts';
import { Pages, pageFiles } from './Pages.tsx';

afterEach(cleanup);

const signIn = (role: Role) =>
  useSession.setState({
    state: 'in',
    person: { id: 'p', username: 'p', name: '小林', grants: [{ role, path: 'fz.' }], departments: [] },
    scopeVersion: 1,
    demo: true,
  });

test('every page of the table is a file that exports the component of its name', async () => {
  for (const name of allPages) {
    const { component } = pageOf(name);
    const exported = await pageFiles[`../${component}.tsx`]?.();
    expect(exported?.[component.replace(/^.*\//, '')], component).toBeTypeOf('function');
  }
  // Loads every page there is.
}, 60_000);

test.each(roles)('%s finds nothing at the address of a page of others, and something at his own', (role) => {
  signIn(role);
  for (const name of allPages) {
    const router = createMemoryRouter([{ path: '*', element: <Pages /> }], { initialEntries: [to(name)] });
    const { unmount } = render(<RouterProvider router={router} />);
    const isNothing = screen.queryByText('没有这个页面，请从导航栏选择工作台。') !== null;
    expect({ name, isNothing }).toEqual({ name, isNothing: !pageOf(name).who.includes(role) });
    unmount();
  }
});
