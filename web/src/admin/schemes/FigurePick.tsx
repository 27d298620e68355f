import { isComparable } from '@hotline/shared/assessment/schemeChecks';
import { type FigureName, figureNames, figures } from '@hotline/shared/figures/index';
import { Select } from 'antd';
import { useSettings } from '../../data/settings.ts';
import { useT } from '../../text/translate.ts';
import { Field } from '../../ui/Field.tsx';
import { found } from '../../ui/PickSelect.tsx';

export const comparable: readonly FigureName[] = figureNames.filter((id) => isComparable(figures[id]));

export function FigurePick({ value, onChange }: { value: FigureName; onChange: (figure: FigureName) => void }) {
  const t = useT();
  const lang = useSettings((s) => s.lang);
  return (
    <Field label={t('report.figureName')} className="figure-pick">
      {(wiring) => (
        <Select
          {...wiring}
          className="wide"
          showSearch={{ filterOption: found }}
          value={value}
          options={comparable.map((id) => ({ value: id, label: figures[id].term[lang] }))}
          onChange={onChange}
        />
      )}
    </Field>
  );
}
