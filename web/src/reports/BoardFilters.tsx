import { channelTerms, dispatchRoleTerms, kindTerms } from '@hotline/shared/catalog/terms';
import { Button } from 'antd';
import { useCatalog } from '../data/catalog.ts';
import { useOptions, useT } from '../text/translate.ts';
import { Field } from '../ui/Field.tsx';
import { PickSelect } from '../ui/PickSelect.tsx';
import { type BoardQuery, type FilterName, filterNames } from './boardQuery.ts';
import { chosenPreset, periodOf, presets } from './period.ts';

type Props = {
  query: BoardQuery;
  /** Only figures of dispatches know lead and assist. */
  hasRole: boolean;
  onChange: (change: Readonly<Record<string, string | null>>) => void;
};

export function BoardFilters({ query, hasRole, onChange }: Props) {
  const t = useT();
  const options = useOptions();
  const { offsetMinutes: offset, departmentOptions, categoryLabels, regionOptions } = useCatalog();
  const choices: Record<FilterName, readonly { value: string; label: string }[]> = {
    department: departmentOptions,
    category: [...categoryLabels].map(([value, label]) => ({ value, label })),
    region: regionOptions,
    kind: options(kindTerms),
    channel: options(channelTerms),
    role: hasRole ? options(dispatchRoleTerms) : [],
  };
  const day = (name: 'from' | 'to') => (
    <Field label={t(`report.${name}`)}>
      {({ id }) => (
        <input
          id={id}
          className="native"
          type="date"
          value={query[name]}
          onChange={(e) => e.target.value && onChange({ [name]: e.target.value, period: null })}
        />
      )}
    </Field>
  );
  const shown = chosenPreset(query, query.period, Date.now(), offset);
  const asked = filterNames.filter((name) => query[name]);
  return (
    <section className="board-filters" aria-label={t('report.filters')}>
      <div className="board-period">
        {day('from')}
        {day('to')}
        {presets.map((preset) => {
          const chosen = preset === shown;
          return (
            <Button
              key={preset}
              size="small"
              aria-pressed={chosen}
              type={chosen ? 'primary' : 'default'}
              onClick={() => onChange({ ...periodOf(preset, Date.now(), offset), period: preset })}
            >
              {t(`period.${preset}`)}
            </Button>
          );
        })}
      </div>
      <div className="board-conditions">
        {filterNames
          .filter((name) => choices[name].length > 0)
          .map((name) => (
            <Field key={name} label={t(`report.filter.${name}`)} className={`of-${name}`}>
              {(wiring) => (
                <PickSelect
                  {...wiring}
                  value={query[name] ?? null}
                  options={choices[name]}
                  placeholder={t('report.all')}
                  onChange={(value) => onChange({ [name]: value })}
                />
              )}
            </Field>
          ))}
        {asked.length > 0 ? (
          <Button size="small" onClick={() => onChange(Object.fromEntries(asked.map((name) => [name, null])))}>
            {t('report.clear')}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
