import { Button, Popover } from 'antd';
import { useState } from 'react';
import { useT } from '../text/translate.ts';
import { changeAlerts, useAlerts } from './alerts.ts';
import { Extension } from './Extension.tsx';
import { allowTone } from './tone.ts';

/** 坐席设置: my telephone, and how I am told of calls. Nothing sounds or pops up that was not ticked here. */
export function SeatSettings() {
  const t = useT();
  const alerts = useAlerts();
  const [refused, setRefused] = useState(false);
  const sound = (on: boolean) => {
    if (on) void allowTone();
    void changeAlerts({ sound: on });
  };
  const notification = async (on: boolean) => {
    const granted = on && 'Notification' in window ? await Notification.requestPermission() : 'denied';
    setRefused(on && granted !== 'granted');
    await changeAlerts({ notification: on && granted === 'granted' });
  };
  const time = (key: 'quietFrom' | 'quietTo', label: string) => (
    <label>
      {label}{' '}
      <input
        className="native"
        type="time"
        value={alerts[key]}
        onChange={(e) => (e.target.value ? void changeAlerts({ [key]: e.target.value }) : undefined)}
      />
    </label>
  );
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t('seat.settings')}
      content={
        <div className="alerts">
          <Extension />
          <label className="choice-option">
            <input type="checkbox" checked={alerts.sound} onChange={(e) => sound(e.target.checked)} />
            {t('alerts.sound')}
          </label>
          <p className="muted">{t('alerts.soundHint')}</p>
          <label className="choice-option">
            <input
              type="checkbox"
              checked={alerts.notification}
              onChange={(e) => void notification(e.target.checked)}
            />
            {t('alerts.notification')}
          </label>
          {refused ? <p role="alert">{t('alerts.refused')}</p> : null}
          <fieldset>
            <legend>{t('alerts.quiet')}</legend>
            {time('quietFrom', t('alerts.from'))} {time('quietTo', t('alerts.to'))}
          </fieldset>
        </div>
      }
    >
      <Button size="small" type="text">
        {t('seat.settings')}
      </Button>
    </Popover>
  );
}
