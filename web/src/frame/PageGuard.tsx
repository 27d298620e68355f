import { Alert, Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { useT } from '../text/translate.ts';

/** A page that cannot be drawn (its code was replaced by an update, or a fault of ours) leaves the frame standing. */
export class PageGuard extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError = () => ({ broken: true });
  override render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const t = useT();
  return (
    <Alert
      type="error"
      role="alert"
      title={t('page.broken')}
      action={<Button onClick={() => location.reload()}>{t('page.reload')}</Button>}
    />
  );
}
