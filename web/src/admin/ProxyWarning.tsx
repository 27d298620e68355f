import { Alert } from 'antd';
import { useT } from '../text/translate.ts';

/** That requests come through a proxy the server was not told of, and how to tell it. */
export function ProxyWarning({ addresses }: { addresses: readonly string[] }) {
  const t = useT();
  if (addresses.length === 0) return null;
  const title = t('home.proxy', { addresses: addresses.join(t('list.or')), setting: 'HOTLINE_TRUSTED_PROXIES' });
  return <Alert type="warning" showIcon title={title} />;
}
