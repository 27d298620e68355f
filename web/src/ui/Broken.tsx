import { Alert, Button, Space } from 'antd';
import { basename } from '../paths.ts';
import { useT } from '../text/translate.ts';

type Props = { part: 'page' | 'panel'; onAgain?: () => void; onClose?: (() => void) | undefined };

/** Stands in place of what could not be drawn. */
export function Broken({ part, onAgain, onClose }: Props) {
  const t = useT();
  return (
    <Alert
      type="error"
      role="alert"
      className="broken"
      title={t(part === 'page' ? 'page.broken' : 'panel.broken')}
      action={
        <Space wrap>
          {onAgain ? <Button onClick={onAgain}>{t('page.again')}</Button> : null}
          <Button onClick={() => location.reload()}>{t('page.reload')}</Button>
          {onClose ? <Button onClick={onClose}>{t('page.close')}</Button> : null}
          {part === 'page' ? (
            <Button onClick={() => location.assign(basename(location.pathname))}>{t('page.home')}</Button>
          ) : null}
        </Space>
      }
    />
  );
}
