import { maxLengthOf, Purpose } from '@hotline/shared/schema';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useT } from '../text/translate.ts';
import { Field } from '../ui/Field.tsx';
import { useTextFlaw } from '../ui/useTextFlaw.ts';

/** A recording, played against a purpose; the server writes down who listened and why. */
export function Recording({ callId }: { callId: string }) {
  const t = useT();
  const flawOf = useTextFlaw();
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
      <Field label={t('calls.listenPurpose')} isLabelHidden error={flawOf(Purpose, purpose, false)}>
        {(wiring) => (
          <Input
            {...wiring}
            size="small"
            autoFocus
            style={{ width: '12rem' }}
            maxLength={maxLengthOf(Purpose)}
            placeholder={t('calls.listenPurpose')}
            value={purpose}
            onChange={(e) => setPurpose(e.target.value)}
          />
        )}
      </Field>
      <Button size="small" disabled={flawOf(Purpose, purpose) !== undefined} onClick={play}>
        {t('calls.play')}
      </Button>
      <span className="muted">{t('calls.listenHint')}</span>
    </div>
  );
}
