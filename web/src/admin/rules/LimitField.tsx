import { type Limit, type LimitUnit, limitUnits } from '@hotline/shared/time/limit';
import { useId } from 'react';
import { useSettings } from '../../data/settings.ts';
import { useT } from '../../text/translate.ts';
import { unitTerms } from './ruleWords.ts';

type Props = { label: string; value: Limit; onChange: (limit: Limit) => void };

/** An amount and its unit, side by side: «3 工作日». */
export function LimitField({ label, value, onChange }: Props) {
  const t = useT();
  const { lang } = useSettings();
  const id = useId();
  return (
    <div className="field limit-field">
      <label htmlFor={id}>{label}</label>
      <div>
        <input
          id={id}
          className="native"
          type="number"
          min={1}
          max={100_000}
          required
          value={Number.isNaN(value.amount) ? '' : value.amount}
          onChange={(e) => onChange({ ...value, amount: e.target.valueAsNumber })}
        />
        <select
          className="native"
          aria-label={t('rule.unit', { what: label })}
          value={value.unit}
          onChange={(e) => onChange({ ...value, unit: e.target.value as LimitUnit })}
        >
          {limitUnits.map((unit) => (
            <option key={unit} value={unit}>
              {unitTerms[unit][lang]}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
