import './olderBrowsers.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { App } from './App.tsx';
import { ownerOf, useSession } from './data/session.ts';
import { followSession, loadSession } from './data/signing.ts';
import { basename } from './paths.ts';
import { Broken } from './ui/Broken.tsx';
import './ui/base.css';
import './ui/print.css';

followSession();
void loadSession();

// A router that can hold a step back: a desk asks before unsent work is left behind.
const router = createBrowserRouter([{ path: '*', element: <App />, errorElement: <Broken part="page" /> }], {
  basename: basename(location.pathname),
});

// Where somebody was goes with him: the next person begins at his own first page. First his page goes, which may hold a step
// back, as a desk does with unsent work.
useSession.subscribe((now, before) => {
  const left = ownerOf(before);
  if (left && left.id !== ownerOf(now)?.id) setTimeout(() => void router.navigate('/', { replace: true }));
});

// A browser that is too old has been told so in its place (`public/console/floor.js`).
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <RouterProvider router={router} useTransitions={false} />
    </StrictMode>,
  );
