import { useState } from 'react';
import { changeSettings, useSettings } from '../data/settings.ts';
import { useT } from '../text/translate.ts';
import { askToNotify, mayNotify } from './notices.ts';
import { allowTone } from './ringing/tone.ts';

/** How I am told of calls. Nothing sounds or pops up that was not ticked here; browsers ask for themselves, each one. */
export function Reminders() {
  const t = useT();
  const { sound, notification, quietFrom, quietTo } = useSettings();
  const [refused, setRefused] = useState(false);
  const [isAllowed, setAllowed] = useState(mayNotify);
  const ring = (on: boolean) => {
    if (on) void allowTone();
    changeSettings({ sound: on });
  };
  const notify = async (on: boolean) => {
    const granted = on && (await askToNotify());
    setAllowed(mayNotify());
    setRefused(on && !granted);
    if (!on || granted) changeSettings({ notification: on });
  };
  const time = (key: 'quietFrom' | 'quietTo', label: string, value: string) => (
    <label>
      {label}{' '}
      <input
        className="native"
        type="time"
        value={value}
        onChange={(e) => (e.target.value ? changeSettings({ [key]: e.target.value }) : undefined)}
      />
    </label>
  );
  return (
    <div className="alerts">
      <label className="choice-option">
        <input type="checkbox" checked={sound} onChange={(e) => ring(e.target.checked)} />
        {t('alerts.sound')}
      </label>
      <p className="muted">{t('alerts.soundHint')}</p>
      <label className="choice-option">
        <input type="checkbox" checked={notification && isAllowed} onChange={(e) => void notify(e.target.checked)} />
        {t('alerts.notification')}
      </label>
      {notification && !isAllowed && !refused ? <p className="muted">{t('alerts.allowHere')}</p> : null}
      {refused ? <p role="alert">{t('alerts.refused')}</p> : null}
      <fieldset>
        <legend>{t('alerts.quiet')}</legend>
        {time('quietFrom', t('alerts.from'), quietFrom)} {time('quietTo', t('alerts.to'), quietTo)}
        {quietFrom === quietTo ? <p className="muted">{t('alerts.neverQuiet')}</p> : null}
      </fieldset>
    </div>
  );
}
