import type { Phrase } from '@hotline/shared/api/phrases';
import { FormDialog } from '../admin/FormDialog.tsx';
import { useAct } from '../admin/useAct.ts';
import { useT } from '../text/translate.ts';

type Props = { phrase: Phrase; onDrop: () => Promise<void>; onClose: () => void };

export function DropPhrase({ phrase, onDrop, onClose }: Props) {
  const t = useT();
  const { busy, message, run } = useAct();
  return (
    <FormDialog
      open
      danger
      title={t('phrase.dropOf', { name: phrase.title })}
      okText={t('phrase.drop')}
      busy={busy}
      message={message}
      onOk={() => run(onDrop)}
      onClose={onClose}
    >
      <p>{t('phrase.dropNote')}</p>
      {phrase.audience === 'centre' ? <p>{t('phrase.dropCentre')}</p> : null}
    </FormDialog>
  );
}
