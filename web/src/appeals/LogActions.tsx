import { Alert, Button } from 'antd';
import { DraftNote } from '../drafts/DraftNote.tsx';
import type { DraftState } from '../drafts/draft.ts';
import { useT } from '../text/translate.ts';
import { Kbd } from '../ui/Kbd.tsx';

type Props = {
  busy: boolean;
  refusal: string | null;
  saved: DraftState;
  onAnswer: () => void;
  onSubmit: () => void;
  onSave: () => void;
};

export function LogActions({ busy, refusal, saved, onAnswer, onSubmit, onSave }: Props) {
  const t = useT();
  return (
    <div className="log-actions">
      {refusal ? <Alert type="error" role="alert" title={refusal} description={t('log.kept')} /> : null}
      <div className="form-buttons">
        <Button onClick={onAnswer}>{t('log.answer')}</Button>
        <Button type="primary" loading={busy} onClick={onSubmit}>
          {t('log.submit')} <Kbd>Ctrl+Enter</Kbd>
        </Button>
        <Button onClick={onSave}>
          {t('log.save')} <Kbd>Ctrl+S</Kbd>
        </Button>
        <span role="status">
          <DraftNote {...saved} />
        </span>
      </div>
    </div>
  );
}
