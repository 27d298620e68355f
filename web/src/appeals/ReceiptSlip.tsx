import { QRCode } from 'antd';
import { useT } from '../text/translate.ts';

type Props = { number: string; queryCode: string };

/** A code a telephone reads: the page where the citizen follows the appeal, with its number and query code. */
export function ReceiptSlip({ number, queryCode }: Props) {
  const t = useT();
  const page = `${location.origin}/portal/progress`;
  // Behind `#` the query code reaches no server and no log (web/portal/code.ts).
  const address = `${page}?number=${encodeURIComponent(number)}#code=${encodeURIComponent(queryCode)}`;
  return (
    <aside className="receipt-slip" aria-label={t('slip.label')}>
      <div aria-hidden="true">
        <QRCode value={address} type="svg" size={148} bordered={false} errorLevel="M" />
      </div>
      <p>{t('slip.scan')}</p>
      <p className="print-only">
        {t('slip.page')} {page}
      </p>
    </aside>
  );
}
