import { handoffTargets } from '@hotline/shared/catalog/reasons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTextField } from '../desk/forms/useTextField.ts';
import { CommandKey } from '../keys/CommandKey.tsx';
import { useCommands } from '../keys/useCommands.ts';
import { useT } from '../text/translate.ts';
import { Field } from '../ui/Field.tsx';
import { useShortcuts } from '../ui/shortcuts.ts';

const police = handoffTargets[0];
type Props = { busy: boolean; hasContent: boolean; onHandOff: (told: string) => void; onCancel: () => void };

/** 紧急警情: the number to put through to, large; one more key keeps the appeal and records that it was handed off. */
export function HandOff110({ busy, hasContent, onHandOff, onCancel }: Props) {
  const t = useT();
  const [told, setTold] = useState<string>(police.told);
  const { flawOf, maxLength } = useTextField('handOff', 'answer');
  const flaw = flawOf(told);
  const send = () => {
    if (!busy && !flaw) onHandOff(told.trim());
  };
  useCommands({ submit: send });
  useShortcuts({ escape: onCancel });
  return (
    <section className="hand-off" aria-labelledby="hand-off-110">
      <h2 id="hand-off-110">
        {t('handOff.title')} <strong className="hand-off-number">{police.phone}</strong>
      </h2>
      <p>{t(hasContent ? 'handOff.note' : 'handOff.noteEmpty')}</p>
      <Field label={t('handOff.told')} required error={flaw}>
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            autoSize={{ minRows: 1, maxRows: 4 }}
            maxLength={maxLength}
            value={told}
            onChange={(e) => setTold(e.target.value)}
          />
        )}
      </Field>
      <div className="form-buttons">
        <Button danger type="primary" autoFocus loading={busy} disabled={flaw !== undefined} onClick={send}>
          {t('handOff.confirm')} <CommandKey name="submit" />
        </Button>
        <Button onClick={onCancel}>{t('actions.cancel')}</Button>
      </div>
    </section>
  );
}
