import type { Phrase } from '@hotline/shared/api/phrases';
import { useT } from '../text/translate.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';

type Props = { phrase: Phrase; onDrop: () => Promise<void>; onClose: () => void };

export function DropPhrase({ phrase, onDrop, onClose }: Props) {
  const t = useT();
  return (
    <ConfirmDialog
      title={t('phrase.dropOf', { name: phrase.title })}
      okText={t('phrase.drop')}
      act={onDrop}
      onClose={onClose}
    >
      <p>{t('phrase.dropNote')}</p>
      {phrase.audience === 'centre' ? <p>{t('phrase.dropCentre')}</p> : null}
    </ConfirmDialog>
  );
}
