import { Password, passwordFlaw, passwordLengths } from '@hotline/shared/people/password';
import { maxLengthOf } from '@hotline/shared/schema';
import { Alert, Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { api, sentenceOf } from '../data/api.ts';
import { useT } from '../text/translate.ts';
import { Field } from '../ui/Field.tsx';

type Props = { username: string; onDone: () => void };
const blank = { current: '', password: '', again: '' };

/** The old one, the new one twice; what is wrong with it is said beside it before it is sent. */
export function ChangePassword({ username, onDone }: Props) {
  const t = useT();
  const [words, setWords] = useState(blank);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [message, setMessage] = useState<string | null>(null);
  const flaw = passwordFlaw(words.password, username);
  const errors = {
    current: words.current === '' ? t('password.currentMissing') : undefined,
    password: flaw ?? undefined,
    again: words.again === words.password ? undefined : t('password.differs'),
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setMessage(null);
    if (Object.values(errors).some(Boolean)) return;
    setBusy(true);
    const { current, password } = words;
    const refused = await api.call('changePassword', { body: { current, password } }).then(() => null, sentenceOf);
    setBusy(false);
    if (refused) return setMessage(refused);
    setWords(blank);
    setTried(false);
    onDone();
  };
  const field = (name: keyof typeof blank, hint?: string) => (
    <Field label={t(`password.${name}`)} required hint={hint} error={tried ? errors[name] : undefined}>
      {(wiring) => (
        <Input
          {...wiring}
          type="password"
          autoFocus={name === 'current'}
          maxLength={name === 'current' ? maxLengthOf(Password) : passwordLengths.most}
          autoComplete={name === 'current' ? 'current-password' : 'new-password'}
          value={words[name]}
          onChange={(e) => setWords((before) => ({ ...before, [name]: e.target.value }))}
        />
      )}
    </Field>
  );
  return (
    <form className="change-password" onSubmit={(event) => void submit(event)} aria-label={t('password.title')}>
      {message ? <Alert type="error" role="alert" title={message} /> : null}
      {field('current')}
      {field('password', t('who.passwordHint', passwordLengths))}
      {field('again')}
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('password.change')}
        </Button>
      </div>
    </form>
  );
}
