import { maxLengthOf, Purpose } from '@hotline/shared/schema';
import { withCodes } from '@hotline/shared/text/original';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { api, sentenceOf } from '../../data/api.ts';
import { useT } from '../../text/translate.ts';
import { writtenNumber } from '../../text/writtenNumber.ts';
import { Field } from '../../ui/Field.tsx';
import { useTextFlaw } from '../../ui/useTextFlaw.ts';

/** The citizen's name and number, shown against a purpose; the server writes down who looked and why. */
export function Reveal({ appealId, purpose: suggested }: { appealId: string; purpose: string }) {
  const t = useT();
  const flawOf = useTextFlaw();
  const [purpose, setPurpose] = useState(suggested);
  const [shown, setShown] = useState<string | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const reveal = async () => {
    setMessage(null);
    try {
      const { citizenName, originalName, ...number } = await api.call('revealAppeal', {
        params: { id: appealId },
        body: { purpose: purpose.trim() },
      });
      const written = originalName && t('reveal.original', { name: withCodes(originalName) });
      setShown([citizenName, written, writtenNumber(t, number)].filter(Boolean).join(' · ') || t('reveal.nothing'));
    } catch (error) {
      setMessage(sentenceOf(error));
    }
  };
  if (shown) {
    return (
      <p className="revealed" role="status">
        {shown}
      </p>
    );
  }
  return (
    <div className="reveal">
      <Field label={t('reveal.purpose')} error={flawOf(Purpose, purpose, false) ?? message ?? undefined}>
        {(wiring) => (
          <Input
            {...wiring}
            size="small"
            maxLength={maxLengthOf(Purpose)}
            value={purpose}
            onChange={(e) => setPurpose(e.target.value)}
          />
        )}
      </Field>
      <Button size="small" disabled={flawOf(Purpose, purpose) !== undefined} onClick={() => void reveal()}>
        {t('reveal.show')}
      </Button>
    </div>
  );
}
