import { api } from '../../api.ts';
import { useT } from '../../text/translate.ts';
import { FormDialog } from '../FormDialog.tsx';
import { useAct } from '../useAct.ts';

type Props = { token: { id: string; name: string }; onDone: () => void; onClose: () => void };

export function RevokeToken({ token, onDone, onClose }: Props) {
  const t = useT();
  const { busy, message, run } = useAct();
  const revoke = () =>
    run(async () => {
      await api.call('revokeTelephonyToken', { params: { id: token.id } });
      onDone();
    });
  return (
    <FormDialog
      open
      danger
      title={t('token.revokeOf', { name: token.name })}
      okText={t('who.disable')}
      busy={busy}
      message={message}
      onOk={revoke}
      onClose={onClose}
    >
      <p>{t('token.revokeNote')}</p>
    </FormDialog>
  );
}
