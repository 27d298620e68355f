import type { StaffMember } from '@hotline/shared/api/admin/people';
import type { Grant } from '@hotline/shared/people/actor';
import { passwordFlaw, passwordLengths } from '@hotline/shared/people/password';
import { Input } from 'antd';
import { useState } from 'react';
import { api } from '../../data/api.ts';
import { useT } from '../../text/translate.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { useAct } from '../../ui/useAct.ts';
import { GrantMatrix } from './GrantMatrix.tsx';

type Props = { person: StaffMember; onDone: (person: StaffMember) => void; onClose: () => void };

export function Rights({ person, onDone, onClose }: Props) {
  const t = useT();
  const [grants, setGrants] = useState<Grant[]>(person.grants);
  const { busy, message, run } = useAct();
  const save = () =>
    run(async () => {
      const body = { scopeVersion: person.scopeVersion, grants };
      onDone(await api.call('setGrants', { params: { id: person.id }, body }));
    });
  return (
    <FormDialog
      open
      width={860}
      title={t('who.rightsOf', { name: person.name })}
      busy={busy}
      disabled={grants.length === 0}
      message={message ?? (grants.length === 0 ? t('who.noRights') : null)}
      onOk={save}
      onClose={onClose}
    >
      <GrantMatrix grants={grants} onChange={setGrants} />
      <p className="muted">{t('who.scopeNote')}</p>
    </FormDialog>
  );
}

export function ResetPassword({ person, onDone, onClose }: Props) {
  const t = useT();
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, message, run } = useAct();
  const flaw = passwordFlaw(password, person.username);
  const save = () => {
    setTried(true);
    if (flaw) return;
    run(async () => onDone(await api.call('resetPassword', { params: { id: person.id }, body: { password } })));
  };
  return (
    <FormDialog
      open
      title={t('who.resetTitle', { name: person.name })}
      okText={t('who.reset')}
      busy={busy}
      message={message}
      onOk={save}
      onClose={onClose}
    >
      <Field
        label={t('who.newPassword')}
        required
        hint={t('who.passwordHint', passwordLengths)}
        error={tried && flaw ? flaw : undefined}
      >
        {(wiring) => (
          <Input
            {...wiring}
            autoFocus
            maxLength={passwordLengths.most}
            autoComplete="new-password"
            value={password}
            onChange={(e) => setPassword(e.target.value)}
          />
        )}
      </Field>
      <p className="muted">{t('who.resetNote')}</p>
    </FormDialog>
  );
}

export function DisablePerson({ person, onDone, onClose }: Props) {
  const t = useT();
  const disable = async () => onDone(await api.call('disablePerson', { params: { id: person.id } }));
  return (
    <ConfirmDialog
      title={t('who.disableTitle', { name: person.name })}
      okText={t('who.disable')}
      act={disable}
      onClose={onClose}
    >
      <p>{t('who.disableNote')}</p>
    </ConfirmDialog>
  );
}
