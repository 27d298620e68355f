import type { StaffMember } from '@hotline/shared/api/admin/people';
import { PersonName, Username, usernamePattern } from '@hotline/shared/people/account';
import type { Grant } from '@hotline/shared/people/actor';
import { passwordFlaw, passwordLengths } from '@hotline/shared/people/password';
import { lengthsOf, maxLengthOf } from '@hotline/shared/schema';
import { Input } from 'antd';
import { useState } from 'react';
import { api } from '../../data/api.ts';
import { useT } from '../../text/translate.ts';
import { Field } from '../../ui/Field.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { useAct } from '../../ui/useAct.ts';
import { useTextFlaw } from '../../ui/useTextFlaw.ts';
import { GrantMatrix } from './GrantMatrix.tsx';

type Props = { onDone: (person: StaffMember) => void; onClose: () => void };

export function AddPerson({ onDone, onClose }: Props) {
  const t = useT();
  const flawOf = useTextFlaw();
  const [username, setUsername] = useState('');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [grants, setGrants] = useState<Grant[]>([]);
  const [tried, setTried] = useState(false);
  const { busy, message, run } = useAct();
  const wrongName = !new RegExp(usernamePattern).test(username);
  const flaw = passwordFlaw(password, username);
  const add = () => {
    setTried(true);
    if (wrongName || flaw || flawOf(PersonName, name) || grants.length === 0) return;
    run(async () => onDone(await api.call('addPerson', { body: { username, name: name.trim(), password, grants } })));
  };
  return (
    <FormDialog
      open
      width={860}
      title={t('who.add')}
      busy={busy}
      message={message ?? (tried && grants.length === 0 ? t('who.noRights') : null)}
      onOk={add}
      onClose={onClose}
    >
      <div className="form-row">
        <Field label={t('who.name')} required error={tried ? flawOf(PersonName, name) : undefined}>
          {(wiring) => (
            <Input
              {...wiring}
              autoFocus
              maxLength={maxLengthOf(PersonName)}
              autoComplete="off"
              value={name}
              onChange={(e) => setName(e.target.value)}
            />
          )}
        </Field>
        <Field
          label={t('who.username')}
          required
          hint={t('who.usernameHint', lengthsOf(Username))}
          error={tried && wrongName ? t('who.usernameWrong') : undefined}
        >
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={maxLengthOf(Username)}
              autoComplete="off"
              value={username}
              onChange={(e) => setUsername(e.target.value.toLowerCase())}
            />
          )}
        </Field>
        <Field
          label={t('who.password')}
          required
          hint={t('who.passwordHint', passwordLengths)}
          error={tried && flaw ? flaw : undefined}
        >
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={passwordLengths.most}
              autoComplete="new-password"
              value={password}
              onChange={(e) => setPassword(e.target.value)}
            />
          )}
        </Field>
      </div>
      <GrantMatrix grants={grants} onChange={setGrants} />
    </FormDialog>
  );
}
