import { Input, InputNumber, Select } from 'antd';
import { useCatalog, useDepartmentName } from '../../../data/catalog.ts';
import { useSettings } from '../../../data/settings.ts';
import { useT } from '../../../text/translate.ts';
import { Field } from '../../../ui/Field.tsx';
import { found, PickSelect } from '../../../ui/PickSelect.tsx';
import type { SchemaField as Described } from './schemaFields.ts';

type Props = {
  field: Described;
  value: unknown;
  error: string | undefined;
  autoFocus: boolean;
  onChange: (value: unknown) => void;
};

/** One field of a drawn form, with the control its schema asks for. */
export function SchemaField({ field, value, error, autoFocus, onChange }: Props) {
  const t = useT();
  const lang = useSettings((s) => s.lang);
  const { departmentOptions } = useCatalog();
  const departmentName = useDepartmentName();
  const label = field.key ? t(field.key) : (field.title ?? field.name);
  const text = typeof value === 'string' ? value : '';
  const picked = typeof value === 'string' ? value : null;
  return (
    <Field label={label} required={field.required} error={error}>
      {(wiring) => {
        switch (field.type) {
          case 'department':
            return <PickSelect {...wiring} value={picked} options={[...departmentOptions]} onChange={onChange} />;
          case 'list':
            return (
              <Select
                {...wiring}
                className="wide"
                mode="multiple"
                showSearch={{ filterOption: found }}
                value={Array.isArray(value) ? (value as string[]) : []}
                options={[...departmentOptions]}
                onChange={onChange}
              />
            );
          case 'choice':
          case 'appeal':
          case 'dispatch':
            return (
              <PickSelect
                {...wiring}
                value={picked}
                options={(field.choices ?? []).map((c) => ({
                  value: c.value,
                  label: field.type === 'dispatch' ? departmentName(c.zh) : c[lang],
                }))}
                onChange={onChange}
              />
            );
          case 'number':
            return (
              <InputNumber
                {...wiring}
                min={field.minimum}
                max={field.maximum}
                precision={0}
                value={typeof value === 'number' ? value : null}
                onChange={onChange}
              />
            );
          case 'instant':
            return (
              <Input
                {...wiring}
                type="datetime-local"
                onChange={(e) => onChange(e.target.value ? new Date(`${e.target.value}:00+08:00`).toISOString() : '')}
              />
            );
          case 'long':
            return (
              <Input.TextArea
                {...wiring}
                autoFocus={autoFocus}
                autoSize={{ minRows: 2, maxRows: 8 }}
                maxLength={field.maxLength}
                value={text}
                onChange={(e) => onChange(e.target.value)}
              />
            );
          case 'text':
            return (
              <Input {...wiring} maxLength={field.maxLength} value={text} onChange={(e) => onChange(e.target.value)} />
            );
        }
      }}
    </Field>
  );
}
