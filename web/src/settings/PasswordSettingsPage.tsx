import { Alert } from 'antd';
import { useState } from 'react';
import { usePerson } from '../data/session.ts';
import { ChangePassword } from '../session/ChangePassword.tsx';
import { useT } from '../text/translate.ts';

export function PasswordSettingsPage() {
  const t = useT();
  const { username } = usePerson();
  const [done, setDone] = useState(false);
  return (
    <section aria-label={t('settings.password')}>
      {done ? <Alert type="success" role="status" title={t('password.done')} /> : null}
      <ChangePassword username={username} onDone={() => setDone(true)} />
    </section>
  );
}
