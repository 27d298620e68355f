import { useKeyText } from '../keys/CommandKey.tsx';
import { openPalette } from '../palette/openPalette.ts';
import { useT } from '../text/translate.ts';
import { Kbd } from '../ui/Kbd.tsx';

/** Where the search field of the bar was: it opens the palette, which finds, goes and does. */
export function PaletteButton() {
  const t = useT();
  const key = useKeyText('palette');
  return (
    <search>
      <button type="button" className="palette-open" aria-haspopup="dialog" onClick={openPalette}>
        {t('palette.title')} {key ? <Kbd>{key}</Kbd> : null}
      </button>
    </search>
  );
}
