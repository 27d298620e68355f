import { Button } from 'antd';
import { useEffect } from 'react';
import type { Person } from '../data/session.ts';
import { loadSession, signOut } from '../data/signing.ts';
import { useT } from '../text/translate.ts';
import { ChangePassword } from './ChangePassword.tsx';
import './signIn.css';

/** Somebody else gave the password: before anything else the person chooses his own. */
export function FirstPassword({ person }: { person: Person }) {
  const t = useT();
  useEffect(() => {
    document.title = `${t('password.title')} · ${t('app.name')}`;
  }, [t]);
  return (
    <main className="sign-in">
      <h1>{t('password.title')}</h1>
      <p>{t('password.first', { name: person.name })}</p>
      <ChangePassword username={person.username} onDone={() => void loadSession()} />
      <Button type="text" onClick={() => void signOut()}>
        {t('frame.signOut')}
      </Button>
    </main>
  );
}
