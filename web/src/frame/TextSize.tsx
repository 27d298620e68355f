import { changeSettings, textSizes, useSettings } from '../data/settings.ts';
import { useT } from '../text/translate.ts';

export function TextSize() {
  const t = useT();
  const textSize = useSettings((s) => s.textSize);
  return (
    <fieldset className="text-size" aria-label={t('frame.textSize')}>
      {textSizes.map((size, i) => (
        <button
          key={size}
          type="button"
          aria-pressed={size === textSize}
          aria-label={t(`frame.textSize${size}`)}
          style={{ fontSize: `${0.85 + i * 0.15}rem` }}
          onClick={() => changeSettings({ textSize: size })}
        >
          {t('frame.textSample')}
        </button>
      ))}
    </fieldset>
  );
}
