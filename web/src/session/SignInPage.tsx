import { Alert, Button, Input } from 'antd';
import { type FormEvent, useEffect, useState } from 'react';
import { type Demo, readDemo, sentenceOf } from '../data/api.ts';
import { signIn } from '../data/signing.ts';
import { useT } from '../text/translate.ts';
import { Field } from '../ui/Field.tsx';
import { DemoPeople } from './DemoPeople.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import './signIn.css';

export function SignInPage({ notice }: { notice: string | null }) {
  const t = useT();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [message, setMessage] = useState(notice);
  const [busy, setBusy] = useState(false);
  const [demo, setDemo] = useState<Demo | null>(null);
  useEffect(() => {
    document.title = `${t('signIn.title')} · ${t('app.name')}`;
  }, [t]);
  useEffect(() => void readDemo().then(setDemo), []);

  const enter = async (name: string, word: string) => {
    setBusy(true);
    setMessage(null);
    await signIn(name, word).catch((error: unknown) => {
      setMessage(sentenceOf(error));
      setBusy(false);
    });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!username.trim() || !password) return setMessage(t('signIn.missing'));
    void enter(username.trim(), password);
  };

  return (
    <main className="sign-in">
      <h1>{t('app.name')}</h1>
      <div className="sign-in-ways">
        <form onSubmit={submit} aria-label={t('signIn.title')}>
          {message ? <Alert type="error" title={message} role="alert" /> : null}
          <Field label={t('signIn.username')}>
            {(wiring) => (
              <Input
                {...wiring}
                autoFocus
                autoComplete="username"
                value={username}
                onChange={(e) => setUsername(e.target.value)}
              />
            )}
          </Field>
          <Field label={t('signIn.password')}>
            {(wiring) => (
              <Input
                {...wiring}
                type="password"
                autoComplete="current-password"
                value={password}
                onChange={(e) => setPassword(e.target.value)}
              />
            )}
          </Field>
          <Button type="primary" htmlType="submit" block loading={busy}>
            {t('signIn.enter')}
          </Button>
        </form>
        {demo?.demo ? <DemoPeople demo={demo} onPick={(name) => void enter(name, demo.password)} /> : null}
      </div>
      <LanguageSwitch />
    </main>
  );
}
