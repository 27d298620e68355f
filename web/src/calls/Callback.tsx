import { callersBack } from '@hotline/shared/people/roles';
import { maxLengthOf } from '@hotline/shared/schema';
import { CallbackNote, type CallView } from '@hotline/shared/telephony/call';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { api, sentenceOf } from '../data/api.ts';
import { hasRole, usePerson } from '../data/session.ts';
import { useT } from '../text/translate.ts';
import { writtenNumber } from '../text/writtenNumber.ts';
import { Field } from '../ui/Field.tsx';

const results = ['reached', 'notReached', 'notNeeded'] as const;

/** 漏接回拨: taken on by one person, who then sees the number (audited) and says how it went. */
export function Callback({ call, by, onDone }: { call: CallView; by: string; onDone: () => Promise<void> }) {
  const t = useT();
  const person = usePerson();
  const [phone, setPhone] = useState<string | null>(null);
  const [result, setResult] = useState<(typeof results)[number]>('reached');
  const [note, setNote] = useState('');
  const [message, setMessage] = useState<string | null>(null);
  const params = { id: call.id };
  const doing = (work: () => Promise<unknown>) => {
    setMessage(null);
    work().catch((error: unknown) => setMessage(sentenceOf(error)));
  };
  const reveal = async () => {
    const answer = await api.call('revealCall', { params, body: { purpose: t('calls.revealPurpose') } });
    setPhone(writtenNumber(t, answer) ?? t('call.noNumber'));
  };
  const told = message ? <span role="alert">{message}</span> : null;
  if (!hasRole(person, callersBack)) return null;
  if (call.callbackBy === null)
    return (
      <>
        <Button size="small" onClick={() => doing(() => api.call('claimCallback', { params }).then(onDone))}>
          {t('calls.claim')}
        </Button>
        {told}
      </>
    );
  if (call.callbackBy !== person.id) return <span className="muted">{t('calls.claimed', { name: by })}</span>;
  const complete = async () => {
    await api.call('completeCallback', { params, body: { result, note: note.trim() || null } });
    await onDone();
  };
  return (
    <div className="call-form">
      {phone ? (
        <b role="status">{phone}</b>
      ) : (
        <Button size="small" onClick={() => doing(reveal)}>
          {t('calls.reveal')}
        </Button>
      )}
      <select
        className="native"
        aria-label={t('calls.result')}
        value={result}
        onChange={(e) => setResult(e.target.value as typeof result)}
      >
        {results.map((name) => (
          <option key={name} value={name}>
            {t(`calls.result.${name}`)}
          </option>
        ))}
      </select>
      <Field label={t('calls.note')} isLabelHidden>
        {(wiring) => (
          <Input
            {...wiring}
            size="small"
            style={{ width: '12rem' }}
            maxLength={maxLengthOf(CallbackNote)}
            placeholder={t('calls.note')}
            value={note}
            onChange={(e) => setNote(e.target.value)}
          />
        )}
      </Field>
      <Button size="small" type="primary" onClick={() => doing(complete)}>
        {t('calls.complete')}
      </Button>
      {told}
    </div>
  );
}
