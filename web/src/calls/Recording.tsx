import { Button, Input } from 'antd';
import { useState } from 'react';
import { useT } from '../text/translate.ts';

/** A recording, played against a purpose; the server writes down who listened and why. */
export function Recording({ callId }: { callId: string }) {
  const t = useT();
  const [isAsking, setAsking] = useState(false);
  const [purpose, setPurpose] = useState('');
  const [source, setSource] = useState<string | null>(null);
  if (source)
    return (
      // biome-ignore lint/a11y/useMediaCaption: a telephone call has no captions
      <audio controls autoPlay src={source} />
    );
  if (!isAsking)
    return (
      <Button size="small" onClick={() => setAsking(true)}>
        {t('calls.listen')}
      </Button>
    );
  const play = () => {
    const query = new URLSearchParams({ purpose: purpose.trim() }).toString();
    setSource(`/api/calls/${encodeURIComponent(callId)}/recording?${query}`);
  };
  return (
    <div className="call-form">
      <Input
        size="small"
        autoFocus
        style={{ width: '12rem' }}
        maxLength={200}
        aria-label={t('calls.listenPurpose')}
        placeholder={t('calls.listenPurpose')}
        value={purpose}
        onChange={(e) => setPurpose(e.target.value)}
      />
      <Button size="small" disabled={purpose.trim().length < 2} onClick={play}>
        {t('calls.play')}
      </Button>
      <span className="muted">{t('calls.listenHint')}</span>
    </div>
  );
}
