import { Button, Modal } from 'antd';
import { leave, signOut, staySignedIn, useSigningOut } from '../data/signing.ts';
import { useT } from '../text/translate.ts';
import { useAct } from '../ui/useAct.ts';

/** Signing out deletes what this browser keeps for the person: where the server has not taken all of it, the person decides. */
export function SignOutDialog() {
  const t = useT();
  const unsent = useSigningOut((s) => s.unsent);
  const { busy, run } = useAct();
  return (
    <Modal
      open={unsent !== null}
      title={t('signOut.unsent')}
      onCancel={staySignedIn}
      footer={
        <>
          <Button onClick={staySignedIn}>{t('signOut.stay')}</Button>
          <Button danger disabled={busy} onClick={() => run(leave)}>
            {t('signOut.leave')}
          </Button>
          <Button type="primary" loading={busy} onClick={() => run(signOut)}>
            {t('signOut.again')}
          </Button>
        </>
      }
    >
      <p role="status">{t('signOut.what', { drafts: unsent?.drafts ?? 0, requests: unsent?.requests ?? 0 })}</p>
      <p className="muted">{t('signOut.why')}</p>
    </Modal>
  );
}
