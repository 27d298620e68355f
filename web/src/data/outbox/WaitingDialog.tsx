import { Button, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useT } from '../../text/translate.ts';
import { clock } from '../../ui/localTime.ts';
import { useCatalog } from '../catalog.ts';
import { giveUpAll, useOutbox } from './outbox.ts';

/** A blink of the line needs no words. */
const patienceMs = 800;

/** Something was sent and the line is down: it goes by itself when the line is back, unless the person would rather edit. */
export function WaitingDialog() {
  const t = useT();
  const waiting = useOutbox((s) => s.waiting);
  const offset = useCatalog((s) => s.offsetMinutes);
  const [isLong, setLong] = useState(false);
  const isWaiting = waiting.length > 0;
  useEffect(() => {
    if (!isWaiting) return setLong(false);
    const timer = setTimeout(() => setLong(true), patienceMs);
    return () => clearTimeout(timer);
  }, [isWaiting]);
  const since = waiting[0]?.sinceMs;
  return (
    <Modal
      open={isLong && isWaiting}
      title={t('outbox.title')}
      closable={false}
      mask={{ closable: false }}
      onCancel={giveUpAll}
      footer={<Button onClick={giveUpAll}>{t('outbox.giveUp')}</Button>}
    >
      <p role="status">{since ? t('outbox.waits', { n: waiting.length, time: clock(since, offset) }) : null}</p>
      <p className="muted">{t('outbox.once')}</p>
    </Modal>
  );
}
