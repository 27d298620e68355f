import { Alert, Button } from 'antd';
import { DraftNote } from '../data/drafts/DraftNote.tsx';
import type { DraftState } from '../data/drafts/keptDraft.ts';
import { CommandKey } from '../keys/CommandKey.tsx';
import { PhraseButton } from '../phrases/PhraseButton.tsx';
import { useT } from '../text/translate.ts';

type Props = {
  busy: boolean;
  /** Another part of the page has the key of submitting now. */
  isElsewhere: boolean;
  refusal: string | null;
  saved: DraftState;
  onAnswer: () => void;
  onHandOff: () => void;
  onSubmit: () => void;
  onSave: () => void;
};

export function LogActions({ busy, isElsewhere, refusal, saved, onAnswer, onHandOff, onSubmit, onSave }: Props) {
  const t = useT();
  return (
    <div className="log-actions">
      {refusal ? <Alert type="error" role="alert" title={refusal} description={t('log.kept')} /> : null}
      <div className="form-buttons">
        <Button onClick={onAnswer}>{t('log.answer')}</Button>
        <Button type={isElsewhere ? 'default' : 'primary'} loading={busy} onClick={onSubmit}>
          {t('log.submit')} {isElsewhere ? null : <CommandKey name="submit" />}
        </Button>
        <Button onClick={onSave}>
          {t('log.save')} <CommandKey name="save" />
        </Button>
        <Button danger onClick={onHandOff}>
          {t('handOff.open')} <CommandKey name="handOff110" />
        </Button>
        <PhraseButton />
        <span role="status">
          <DraftNote {...saved} />
        </span>
      </div>
    </div>
  );
}
