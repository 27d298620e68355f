import { api } from '../../data/api.ts';
import { useT } from '../../text/translate.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';

type Props = { token: { id: string; name: string }; onDone: () => void; onClose: () => void };

export function RevokeToken({ token, onDone, onClose }: Props) {
  const t = useT();
  const revoke = async () => {
    await api.call('revokeTelephonyToken', { params: { id: token.id } });
    onDone();
  };
  return (
    <ConfirmDialog
      title={t('token.revokeOf', { name: token.name })}
      okText={t('who.disable')}
      act={revoke}
      onClose={onClose}
    >
      <p>{t('token.revokeNote')}</p>
    </ConfirmDialog>
  );
}
