import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { App } from './App.tsx';
import { whenSignedOut } from './api.ts';
import { basename } from './paths.ts';
import { loadSession, sessionEnded } from './stores/session.ts';
import { useSettings } from './stores/settings.ts';
import { translate } from './text/translate.ts';
import './ui/base.css';
import './ui/print.css';

whenSignedOut(() => sessionEnded(translate(useSettings.getState().lang, 'session.ended')));
void loadSession();

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <BrowserRouter basename={basename(location.pathname)} useTransitions={false}>
      <App />
    </BrowserRouter>
  </StrictMode>,
);
