import { callTopic } from '@hotline/shared/live/calls';
import { agents, callHearers } from '@hotline/shared/people/roles';
import { Alert, Skeleton } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { CallDesk } from '../calls/CallDesk.tsx';
import { sentenceOf } from '../data/api.ts';
import { loadCatalog, useIsCatalogRead, watchCatalog } from '../data/catalog.ts';
import { hearTopic, startLive } from '../data/live.ts';
import { WaitingDialog } from '../data/outbox/WaitingDialog.tsx';
import { keepPreferences } from '../data/preferences.ts';
import { watchReads } from '../data/reads.ts';
import { hasRole, usePerson } from '../data/session.ts';
import { undoBatch } from '../desk/batch/runBatch.ts';
import { useCommands } from '../keys/useCommands.ts';
import { closePalette, openPalette, usePalette } from '../palette/openPalette.ts';
import { Hotspots } from '../suggestions/Hotspots.tsx';
import { Guard } from '../ui/Guard.tsx';
import { Pages } from './Pages.tsx';
import { Rail } from './Rail.tsx';
import { ShortcutSheet } from './ShortcutSheet.tsx';
import { SignOutDialog } from './SignOutDialog.tsx';
import { TopBar } from './TopBar.tsx';
import './frame.css';

const Palette = lazy(async () => ({ default: (await import('../palette/Palette.tsx')).Palette }));
const PhrasePicker = lazy(async () => ({ default: (await import('../phrases/PhrasePicker.tsx')).PhrasePicker }));

/** Everything a signed-in person sees: bar, rail and the page. */
export function Console() {
  const person = usePerson();
  const { pathname } = useLocation();
  const [message, setMessage] = useState<string | null>(null);
  const isPalette = usePalette((s) => s.isOpen);
  const [sheet, setSheet] = useState(false);
  const isCatalogRead = useIsCatalogRead();
  useEffect(() => {
    loadCatalog().catch((error: unknown) => setMessage(sentenceOf(error)));
    const stopCatalog = watchCatalog();
    hearTopic(callTopic, hasRole(person, callHearers));
    const stopReads = watchReads();
    const stopLive = startLive();
    return () => {
      stopLive();
      stopReads();
      stopCatalog();
      undoBatch();
    };
  }, [person]);
  useEffect(() => keepPreferences(person.id), [person.id]);
  useCommands({ help: () => setSheet(true), palette: openPalette });
  if (!isCatalogRead && !message) return <Skeleton className="late" />;
  return (
    <div className="frame">
      <Guard>
        <TopBar onHelp={() => setSheet(true)} />
      </Guard>
      <Guard>
        <Hotspots />
      </Guard>
      <Guard>{hasRole(person, agents) ? <CallDesk /> : null}</Guard>
      <div className="frame-body">
        <Guard>
          <Rail />
        </Guard>
        <main className="page" id="page">
          {message ? <Alert type="error" title={message} /> : null}
          <Guard part="page" resetOn={pathname}>
            <Pages />
          </Guard>
        </main>
      </div>
      <Guard>
        <WaitingDialog />
        <SignOutDialog />
      </Guard>
      <Suspense fallback={null}>
        {isPalette ? (
          <Guard onClose={closePalette}>
            <Palette onClose={closePalette} />
          </Guard>
        ) : null}
        <Guard resetOn={pathname}>
          <PhrasePicker />
        </Guard>
      </Suspense>
      <Guard>
        <ShortcutSheet open={sheet} onClose={() => setSheet(false)} />
      </Guard>
    </div>
  );
}
