import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useT } from '../text/translate.ts';

type Props = {
  version: number;
  act: { busy: boolean; message: string | null };
  /** In which words it is put in force again. */
  onRestore: (note: string) => void;
  onBack: () => void;
  children?: ReactNode;
};

/** An earlier version on show: what it differs in, and how to have it again. */
export function OldVersion({ version, act, onRestore, onBack, children }: Props) {
  const t = useT();
  return (
    <section className="save-bar">
      <p>{t('admin.oldVersion', { n: version })}</p>
      {children}
      {act.message ? <Alert type="error" role="alert" title={act.message} /> : null}
      <div className="form-buttons">
        <Button loading={act.busy} onClick={() => onRestore(t('rule.restoreNote', { n: version }))}>
          {t('rule.restore')}
        </Button>
        <Button onClick={onBack}>{t('admin.backToCurrent')}</Button>
      </div>
    </section>
  );
}
