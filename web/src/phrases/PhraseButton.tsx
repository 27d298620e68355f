import { Button } from 'antd';
import { CommandKey } from '../keys/CommandKey.tsx';
import { useT } from '../text/translate.ts';
import { askPhrase } from './PhrasePicker.tsx';

/** For the mouse: the list of phrases for the field the cursor is in. */
export function PhraseButton() {
  const t = useT();
  return (
    <Button type="text" onMouseDown={(event) => event.preventDefault()} onClick={askPhrase}>
      {t('phrase.button')} <CommandKey name="phrase" />
    </Button>
  );
}
