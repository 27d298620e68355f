import { Input } from 'antd';
import { useState } from 'react';
import { useT } from '../../text/translate.ts';
import { Field } from '../../ui/Field.tsx';
import { useTextField } from '../forms/useTextField.ts';
import { orNothing } from '../forms/verbForm.ts';
import { actionsOf } from './actions.ts';
import { BatchDialog } from './BatchDialog.tsx';
import type { Offer } from './offers.ts';
import { startBatch } from './runBatch.ts';

type Props = { offers: readonly Offer[]; onClose: () => void };

/** One word to all of them. */
export function BatchUrge({ offers, onClose }: Props) {
  const t = useT();
  const { flawOf, maxLength } = useTextField('urge', 'note');
  const [note, setNote] = useState('');
  const flaw = flawOf(note);
  const confirm = () => {
    if (flaw) return;
    startBatch(
      'urge',
      actionsOf('urge', offers, () => ({ note: orNothing(note) })),
    );
    onClose();
  };
  return (
    <BatchDialog verb="urge" n={offers.length} ready={offers.length} width={520} onConfirm={confirm} onClose={onClose}>
      <Field label={t('form.urgeNote')} error={flaw}>
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={maxLength}
            value={note}
            onChange={(e) => setNote(e.target.value)}
          />
        )}
      </Field>
    </BatchDialog>
  );
}
