import type { Answer } from '@hotline/shared/api/client';
import { Alert, Button, Modal } from 'antd';
import { useState } from 'react';
import { useT } from '../../text/translate.ts';
import { copyText } from '../../ui/copyText.ts';

export type NewToken = Answer<'addTelephonyToken'> & { name: string };

/** The only time the token is seen: the server keeps its hash. Nothing but its own button closes this. */
export function TokenOnce({ token: { name, token, secret }, onClose }: { token: NewToken; onClose: () => void }) {
  const t = useT();
  return (
    <Modal
      open
      title={t('token.onceTitle', { name })}
      width={640}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('token.kept')}
        </Button>
      }
    >
      <Alert type="warning" title={t('token.once')} />
      <dl className="token-once">
        <Secret label={t('token.address')} value={`${location.origin}/api/telephony/${token}`} />
        <Secret label={t('token.token')} value={token} />
        {secret ? <Secret label={t('token.secret')} value={secret} /> : null}
      </dl>
    </Modal>
  );
}

function Secret({ label, value }: { label: string; value: string }) {
  const t = useT();
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = () => void copyText(value).then(setCopied);
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <code>{value}</code>{' '}
        <Button size="small" aria-label={t('token.copyOf', { what: label })} onClick={copy}>
          {t('token.copy')}
        </Button>{' '}
        <span role="status" className="muted">
          {copied === null ? '' : t(copied ? 'token.copied' : 'token.notCopied')}
        </span>
      </dd>
    </>
  );
}
