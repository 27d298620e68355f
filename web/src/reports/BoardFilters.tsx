import { dispatchRoleTerms } from '@hotline/shared/catalog/terms';
import { Button } from 'antd';
import { useCatalog } from '../stores/catalog.ts';
import { useOptions, useT } from '../text/translate.ts';
import { Choice } from '../ui/Choice.tsx';
import { Field } from '../ui/Field.tsx';
import { type Period, periodOf, presets } from './period.ts';

type Props = {
  figure: 'timelyReplyRate' | 'departmentTimelyReplyRate';
  role: string;
  period: Period;
  onChange: (change: Record<string, string>) => void;
};

export function BoardFilters({ figure, role, period, onChange }: Props) {
  const t = useT();
  const options = useOptions();
  const offset = useCatalog((s) => s.offsetMinutes);
  const day = (name: 'from' | 'to') => (
    <Field label={t(`report.${name}`)}>
      {({ id }) => (
        <input
          id={id}
          className="native"
          type="date"
          value={period[name]}
          onChange={(e) => e.target.value && onChange({ [name]: e.target.value })}
        />
      )}
    </Field>
  );
  return (
    <section className="board-filters" aria-label={t('report.filters')}>
      <Choice
        label={t('report.figure')}
        value={figure}
        options={[
          { value: 'timelyReplyRate', label: t('figure.timelyReplyRate') },
          { value: 'departmentTimelyReplyRate', label: t('figure.departmentTimelyReplyRate') },
        ]}
        onChange={(name) => onChange({ figure: name === 'timelyReplyRate' ? '' : name })}
      />
      {figure === 'departmentTimelyReplyRate' ? (
        <Choice
          label={t('report.role')}
          value={role}
          options={[{ value: '', label: t('report.bothRoles') }, ...options(dispatchRoleTerms)]}
          onChange={(value) => onChange({ role: value })}
        />
      ) : null}
      <div className="board-period">
        {day('from')}
        {day('to')}
        {presets.map((preset) => {
          const its = periodOf(preset, Date.now(), offset);
          const chosen = its.from === period.from && its.to === period.to;
          return (
            <Button
              key={preset}
              size="small"
              aria-pressed={chosen}
              type={chosen ? 'primary' : 'default'}
              onClick={() => onChange(its)}
            >
              {t(`period.${preset}`)}
            </Button>
          );
        })}
      </div>
    </section>
  );
}
