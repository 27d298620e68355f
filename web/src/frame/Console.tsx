import { callTopic } from '@hotline/shared/live/calls';
import { Alert } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { sentenceOf } from '../api.ts';
import { forgetCalls } from '../calls/board.ts';
import { CallDesk } from '../calls/CallDesk.tsx';
import { useCommands } from '../keys/useCommands.ts';
import { startLive, subscribeTo } from '../live.ts';
import { WaitingDialog } from '../outbox/WaitingDialog.tsx';
import { closePalette, openPalette, usePalette } from '../palette/openPalette.ts';
import { forgetPhrases } from '../phrases/phrasesStore.ts';
import { ConsoleRoutes } from '../routes.tsx';
import { Hotspots } from '../routing/Hotspots.tsx';
import { loadCatalog } from '../stores/catalog.ts';
import { watchCounts } from '../stores/counts.ts';
import { keepPreferences } from '../stores/preferences.ts';
import { usePerson } from '../stores/session.ts';
import { forgetTickets } from '../stores/tickets.ts';
import { forgetBatch } from '../tickets/batch/runBatch.ts';
import { forgetOffers } from '../tickets/batch/useOffers.ts';
import { seesCalls, takesCalls } from '../tickets/desks.ts';
import { forgetPlaces } from '../tickets/whereIWas.ts';
import { PageGuard } from './PageGuard.tsx';
import { Rail } from './Rail.tsx';
import { ShortcutSheet } from './ShortcutSheet.tsx';
import { TopBar } from './TopBar.tsx';
import './frame.css';

const Palette = lazy(async () => ({ default: (await import('../palette/Palette.tsx')).Palette }));
const PhrasePicker = lazy(async () => ({ default: (await import('../phrases/PhrasePicker.tsx')).PhrasePicker }));

/** Everything a signed-in person sees: bar, rail and the page. */
export function Console() {
  const person = usePerson();
  const [message, setMessage] = useState<string | null>(null);
  const isPalette = usePalette((s) => s.isOpen);
  const [sheet, setSheet] = useState(false);
  useEffect(() => {
    loadCatalog().catch((error: unknown) => setMessage(sentenceOf(error)));
    const stopCounts = watchCounts();
    subscribeTo('calls', seesCalls(person) ? [callTopic] : []);
    const stopLive = startLive();
    return () => {
      stopLive();
      forgetCalls();
      stopCounts();
      forgetBatch();
      forgetOffers();
      forgetTickets();
      forgetPlaces();
      forgetPhrases();
    };
  }, [person]);
  useEffect(() => keepPreferences(person.id), [person.id]);
  useCommands({ help: () => setSheet(true), palette: openPalette });
  return (
    <div className="frame">
      <TopBar onHelp={() => setSheet(true)} />
      <Hotspots />
      {takesCalls(person) ? <CallDesk /> : null}
      <div className="frame-body">
        <Rail />
        <main className="page" id="page">
          {message ? <Alert type="error" title={message} /> : null}
          <PageGuard>
            <ConsoleRoutes />
          </PageGuard>
        </main>
      </div>
      <WaitingDialog />
      <Suspense fallback={null}>
        {isPalette ? <Palette onClose={closePalette} /> : null}
        <PhrasePicker />
      </Suspense>
      <ShortcutSheet open={sheet} onClose={() => setSheet(false)} />
    </div>
  );
}
