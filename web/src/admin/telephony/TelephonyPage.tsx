import type { Answer } from '@hotline/shared/api/client';
import { Alert, Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useCatalog } from '../../data/catalog.ts';
import { useRead } from '../../data/useRead.ts';
import { useT } from '../../text/translate.ts';
import { dayAndClock } from '../../ui/localTime.ts';
import { AddToken } from './AddToken.tsx';
import { AreaCodeForm } from './AreaCodeForm.tsx';
import { RevokeToken } from './RevokeToken.tsx';
import { type NewToken, TokenOnce } from './TokenOnce.tsx';

type Token = Answer<'telephonyTokens'>['items'][number];
type Open = { what: 'add' } | { what: 'once'; token: NewToken } | { what: 'revoke'; token: Token };

/** 电话系统: by which tokens telephone systems report their calls. A token is shown once; after that only its name is known. */
export function TelephonyPage() {
  const t = useT();
  const offset = useCatalog((s) => s.offsetMinutes);
  const { value, message, again } = useRead('telephonyTokens', {});
  const [open, setOpen] = useState<Open | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  if (message) return <Alert type="error" title={message} />;
  if (!value) return <Skeleton className="late" />;
  const close = () => setOpen(null);
  return (
    <>
      <AreaCodeForm />
      <p className="muted">{t('token.intro')}</p>
      <div className="admin-bar">
        <span role="status">{said}</span>
        <span className="grow" />
        <Button type="primary" onClick={() => setOpen({ what: 'add' })}>
          {t('token.add')}
        </Button>
      </div>
      {value.items.length === 0 ? (
        <p className="muted">{t('token.none')}</p>
      ) : (
        <table className="plain">
          <caption className="visually-hidden">{t('admin.telephony')}</caption>
          <thead>
            <tr>
              {(['token.name', 'token.signed', 'token.created', 'who.state', 'rule.actions'] as const).map((key) => (
                <th key={key} scope="col">
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {value.items.map((token) => (
              <tr key={token.id}>
                <th scope="row">{token.name}</th>
                <td>{t(token.signed ? 'token.isSigned' : 'token.isNotSigned')}</td>
                <td className="nowrap">{dayAndClock(token.createdAt, offset)}</td>
                <td className="nowrap">
                  {token.revokedAt
                    ? t('token.revokedAt', { at: dayAndClock(token.revokedAt, offset) })
                    : t('who.enabled')}
                </td>
                <td>
                  {token.revokedAt ? null : (
                    <Button
                      size="small"
                      danger
                      aria-label={t('token.revokeOf', { name: token.name })}
                      onClick={() => setOpen({ what: 'revoke', token })}
                    >
                      {t('who.disable')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {open?.what === 'add' ? (
        <AddToken
          onDone={(token) => {
            void again();
            setOpen({ what: 'once', token });
          }}
          onClose={close}
        />
      ) : null}
      {open?.what === 'once' ? <TokenOnce token={open.token} onClose={close} /> : null}
      {open?.what === 'revoke' ? (
        <RevokeToken
          token={open.token}
          onDone={() => {
            setSaid(t('token.revoked', { name: open.token.name }));
            void again();
            close();
          }}
          onClose={close}
        />
      ) : null}
    </>
  );
}
