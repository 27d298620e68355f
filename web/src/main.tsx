import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { App } from './App.tsx';
import { whenSignedOut } from './data/api.ts';
import { loadSession, sessionEnded } from './data/session.ts';
import { useSettings } from './data/settings.ts';
import { basename } from './paths.ts';
import { translate } from './text/translate.ts';
import './ui/base.css';
import './ui/print.css';

whenSignedOut(() => sessionEnded(translate(useSettings.getState().lang, 'session.ended')));
void loadSession();

// A router that can hold a step back: a desk asks before unsent work is left behind.
const router = createBrowserRouter([{ path: '*', element: <App /> }], { basename: basename(location.pathname) });

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <RouterProvider router={router} useTransitions={false} />
  </StrictMode>,
);
