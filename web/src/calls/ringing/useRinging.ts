import { useEffect } from 'react';
import { useCatalog } from '../../data/catalog.ts';
import { serverNowMs } from '../../data/liveState.ts';
import { useSettings } from '../../data/settings.ts';
import { useT } from '../../text/translate.ts';
import { clock } from '../../ui/localTime.ts';
import type { MyCalls } from '../myCalls.ts';
import { notify } from '../notices.ts';
import { shownNumber } from '../shownNumber.ts';
import { isQuiet } from './alerts.ts';
import { useLeader } from './leader.ts';
import { allowToneAtNextGesture, startTone, stopTone } from './tone.ts';

/** Sounds and notifies while my telephone rings: in one tab, with consent, outside the quiet hours. */
export function useRinging({ ringing }: MyCalls): void {
  const t = useT();
  const alerts = useSettings();
  const leads = useLeader((s) => s.leads);
  const offset = useCatalog((s) => s.offsetMinutes);
  const isHeard = ringing.length > 0 && leads && !isQuiet(alerts, clock(serverNowMs(), offset));
  const newest = ringing.at(-1);

  useEffect(() => (alerts.sound ? allowToneAtNextGesture() : undefined), [alerts.sound]);
  useEffect(() => {
    if (!isHeard || !alerts.sound) return;
    startTone();
    return stopTone;
  }, [isHeard, alerts.sound]);
  useEffect(() => {
    if (!isHeard || !newest || !alerts.notification || !document.hidden) return;
    return notify(t('call.incoming', { phone: shownNumber(t, newest) }), newest.id);
  }, [isHeard, newest, alerts.notification, t]);
}
