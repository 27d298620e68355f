import { Alert } from 'antd';
import { useEffect, useState } from 'react';
import { sentenceOf } from '../api.ts';
import { startLive } from '../live.ts';
import { ConsoleRoutes } from '../routes.tsx';
import { loadCatalog } from '../stores/catalog.ts';
import { watchCounts } from '../stores/counts.ts';
import { forgetTickets } from '../stores/tickets.ts';
import { forgetPlaces } from '../tickets/whereIWas.ts';
import { useShortcuts } from '../ui/shortcuts.ts';
import { PageGuard } from './PageGuard.tsx';
import { Rail } from './Rail.tsx';
import { ShortcutSheet } from './ShortcutSheet.tsx';
import { TopBar } from './TopBar.tsx';
import './frame.css';

/** Everything a signed-in person sees: bar, rail and the page. */
export function Console() {
  const [message, setMessage] = useState<string | null>(null);
  const [sheet, setSheet] = useState(false);
  useEffect(() => {
    loadCatalog().catch((error: unknown) => setMessage(sentenceOf(error)));
    const stopCounts = watchCounts();
    const stopLive = startLive();
    return () => {
      stopLive();
      stopCounts();
      forgetTickets();
      forgetPlaces();
    };
  }, []);
  useShortcuts({ '?': () => setSheet(true) });
  return (
    <div className="frame">
      <TopBar onHelp={() => setSheet(true)} />
      <div className="frame-body">
        <Rail />
        <main className="page" id="page">
          {message ? <Alert type="error" title={message} /> : null}
          <PageGuard>
            <ConsoleRoutes />
          </PageGuard>
        </main>
      </div>
      <ShortcutSheet open={sheet} onClose={() => setSheet(false)} />
    </div>
  );
}
