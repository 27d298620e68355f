import { agents } from '@hotline/shared/people/roles';
import { Reminders } from '../calls/Reminders.tsx';
import { hasRole, usePerson } from '../data/session.ts';
import { changeSettings, textSizes, useSettings } from '../data/settings.ts';
import { useT } from '../text/translate.ts';
import { Choice } from '../ui/Choice.tsx';

const densities = ['normal', 'compact'] as const;

/** How the page looks and what it tells; the same on every computer. */
export function GeneralSettingsPage() {
  const t = useT();
  const person = usePerson();
  const { lang, textSize, density } = useSettings();
  return (
    <div className="settings-general">
      <p className="muted">{t('settings.followsYou')}</p>
      <section aria-label={t('settings.display')}>
        <h2>{t('settings.display')}</h2>
        <Choice
          label={t('settings.textSize')}
          value={String(textSize)}
          options={textSizes.map((size) => ({ value: String(size), label: t(`frame.textSize${size}`) }))}
          onChange={(chosen) => changeSettings({ textSize: textSizes.find((s) => String(s) === chosen) ?? null })}
        />
        <Choice
          label={t('settings.density')}
          value={density}
          options={densities.map((value) => ({ value, label: t(`settings.density.${value}`) }))}
          onChange={(chosen) => changeSettings({ density: chosen })}
        />
        <Choice
          label={t('settings.language')}
          value={lang}
          options={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(chosen) => changeSettings({ lang: chosen })}
        />
      </section>
      {hasRole(person, agents) ? (
        <section id="reminders" aria-label={t('settings.reminders')}>
          <h2>{t('settings.reminders')}</h2>
          <Reminders />
        </section>
      ) : null}
    </div>
  );
}
