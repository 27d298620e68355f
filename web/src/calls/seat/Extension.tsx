import { maxLengthOf } from '@hotline/shared/schema';
import { Seat } from '@hotline/shared/telephony/seat';
import { Input } from 'antd';
import { useState } from 'react';
import { sentenceOf } from '../../data/api.ts';
import { useT } from '../../text/translate.ts';
import { Field } from '../../ui/Field.tsx';
import { changeSeat, useSeat } from './seat.ts';

/** Which telephone is mine today: calls put to it are put to me. Kept when the field is left. */
export function Extension() {
  const t = useT();
  const kept = useSeat((s) => s.seat?.extension ?? '');
  const [typed, setTyped] = useState<string | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const keep = () => {
    if (typed === null || typed.trim() === kept) return;
    setMessage(null);
    changeSeat({ extension: typed.trim() || null }).then(
      () => setTyped(null),
      (error: unknown) => setMessage(sentenceOf(error)),
    );
  };
  return (
    <Field label={t('seat.extension')} hint={t('seat.extensionHint')} error={message ?? undefined}>
      {(wiring) => (
        <Input
          {...wiring}
          size="small"
          maxLength={maxLengthOf(Seat.properties.extension)}
          value={typed ?? kept}
          onChange={(e) => setTyped(e.target.value)}
          onBlur={keep}
          onPressEnter={keep}
        />
      )}
    </Field>
  );
}
