import { useEffect, useState } from 'react';
import { useSettings } from '../../data/settings.ts';
import { useT } from '../../text/translate.ts';
import { useLeader } from './leader.ts';

/** After a reload browsers let nothing sound before a click or a key: whoever waits for calls must know that. */
export function SoundHint() {
  const t = useT();
  const sound = useSettings((s) => s.sound);
  const leads = useLeader((s) => s.leads);
  const [isSilent, setSilent] = useState(() => !(navigator.userActivation?.hasBeenActive ?? true));
  useEffect(() => {
    if (!isSilent) return;
    const heard = () => setSilent(false);
    document.addEventListener('pointerdown', heard, true);
    document.addEventListener('keydown', heard, true);
    return () => {
      document.removeEventListener('pointerdown', heard, true);
      document.removeEventListener('keydown', heard, true);
    };
  }, [isSilent]);
  return sound && leads && isSilent ? <span className="muted">{t('alerts.gesture')}</span> : null;
}
