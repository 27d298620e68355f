import { maxLengthOf } from '@hotline/shared/schema';
import { TokenName } from '@hotline/shared/telephony/token';
import { Input } from 'antd';
import { useState } from 'react';
import { api } from '../../data/api.ts';
import { useT } from '../../text/translate.ts';
import { Field } from '../../ui/Field.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { useAct } from '../../ui/useAct.ts';
import { useTextFlaw } from '../../ui/useTextFlaw.ts';
import type { NewToken } from './TokenOnce.tsx';

export function AddToken({ onDone, onClose }: { onDone: (token: NewToken) => void; onClose: () => void }) {
  const t = useT();
  const flawOf = useTextFlaw();
  const [typed, setTyped] = useState('');
  const [signed, setSigned] = useState(false);
  const [tried, setTried] = useState(false);
  const { busy, message, run } = useAct();
  const name = typed.trim();
  const flaw = flawOf(TokenName, typed);
  const add = () => {
    setTried(true);
    if (!flaw) run(async () => onDone({ name, ...(await api.call('addTelephonyToken', { body: { name, signed } })) }));
  };
  return (
    <FormDialog open title={t('token.add')} busy={busy} message={message} onOk={add} onClose={onClose}>
      <Field label={t('token.name')} required hint={t('token.nameHint')} error={tried ? flaw : undefined}>
        {(wiring) => (
          <Input
            {...wiring}
            maxLength={maxLengthOf(TokenName)}
            autoComplete="off"
            value={typed}
            onChange={(e) => setTyped(e.target.value)}
          />
        )}
      </Field>
      <label className="choice-option">
        <input type="checkbox" checked={signed} onChange={(e) => setSigned(e.target.checked)} />
        {t('token.wantsSignature')}
      </label>
      <p className="muted">{t('token.signatureHint')}</p>
    </FormDialog>
  );
}
