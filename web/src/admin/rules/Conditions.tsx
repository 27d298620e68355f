import { channelTerms, kindTerms, serviceTerms, type Terms, urgencyTerms } from '@hotline/shared/catalog/terms';
import type { Condition } from '@hotline/shared/time/rules/matchRule';
import type { RuleMatch } from '@hotline/shared/time/rules/rules';
import { Select } from 'antd';
import { useCatalog } from '../../data/catalog.ts';
import { useOptions, useT } from '../../text/translate.ts';
import { Field } from '../../ui/Field.tsx';
import { found } from '../../ui/PickSelect.tsx';
import { conditionNames } from './ruleWords.ts';

const closed: readonly (readonly [Condition, Terms<string>])[] = [
  ['kinds', kindTerms],
  ['services', serviceTerms],
  ['urgencies', urgencyTerms],
  ['channels', channelTerms],
];

/** What a rule looks at; a condition with nothing chosen always holds and is left out. */
export function Conditions({ match, onChange }: { match: RuleMatch; onChange: (match: RuleMatch) => void }) {
  const t = useT();
  const options = useOptions();
  const { categoryLabels, departmentOptions } = useCatalog();
  const set = (condition: Condition, values: string[]) => {
    const { [condition]: _, ...rest } = match;
    onChange(values.length > 0 ? { ...rest, [condition]: values } : rest);
  };
  const picks: [Condition, readonly { value: string; label: string }[]][] = [
    ['categoryIds', [...categoryLabels].map(([value, label]) => ({ value, label }))],
    ['departmentIds', departmentOptions],
  ];
  return (
    <>
      {closed.map(([condition, terms]) => (
        <fieldset key={condition} className="field choice">
          <legend>{t(conditionNames[condition])}</legend>
          <div className="choice-options">
            {options(terms).map(({ value, label }) => {
              const chosen = match[condition] ?? [];
              return (
                <label key={value} className="choice-option">
                  <input
                    type="checkbox"
                    checked={chosen.includes(value)}
                    onChange={(e) =>
                      set(condition, e.target.checked ? [...chosen, value] : chosen.filter((v) => v !== value))
                    }
                  />
                  {label}
                </label>
              );
            })}
          </div>
        </fieldset>
      ))}
      {picks.map(([condition, list]) => (
        <Field key={condition} label={t(conditionNames[condition])}>
          {(wiring) => (
            <Select
              {...wiring}
              className="wide"
              mode="multiple"
              showSearch={{ filterOption: found }}
              value={match[condition] ?? []}
              options={[...list]}
              onChange={(values: string[]) => set(condition, values)}
            />
          )}
        </Field>
      ))}
    </>
  );
}
