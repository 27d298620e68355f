import { useState } from 'react';
import { useCatalog } from '../../../data/catalog.ts';
import { useKeptForm } from '../../../data/drafts/keptForm.ts';
import { useT } from '../../../text/translate.ts';
import type { VerbFormProps } from '../verbForm.ts';
import { SchemaField } from './SchemaField.tsx';
import { fieldsOf } from './schemaFields.ts';

/** The form of a verb, drawn from the schema of its input: a new verb needs no form of its own. */
export function SchemaForm({ formRef, action, answer, draftKey, onSubmit, buttons }: VerbFormProps) {
  const t = useT();
  const verb = useCatalog((s) => s.verbs[action.name]);
  const [values, set] = useKeptForm<Record<string, unknown>>(draftKey, {});
  const [tried, setTried] = useState(false);
  const fields = fieldsOf(verb, answer);
  const missing = fields.filter((f) => f.required && isEmpty(values[f.name]));
  const short = fields.filter(
    (f) => f.minLength > 1 && !isEmpty(values[f.name]) && String(values[f.name]).trim().length < f.minLength,
  );
  const errorOf = (field: (typeof fields)[number]) => {
    if (!tried) return undefined;
    if (missing.includes(field)) return field.choices ? t('form.choose') : t('form.atLeast', { n: field.minLength });
    return short.includes(field) ? t('form.atLeast', { n: field.minLength }) : undefined;
  };
  return (
    <form
      ref={formRef}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (missing.length === 0 && short.length === 0) onSubmit(filled(values, fields));
      }}
    >
      {fields.map((field, i) => (
        <SchemaField
          key={field.name}
          field={field}
          autoFocus={i === 0}
          value={values[field.name]}
          error={errorOf(field)}
          onChange={(value) => set({ [field.name]: value })}
        />
      ))}
      {buttons}
    </form>
  );
}

const isEmpty = (value: unknown) =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

const filled = (values: Record<string, unknown>, fields: ReturnType<typeof fieldsOf>) =>
  Object.fromEntries(
    fields.flatMap((f) => {
      const value = values[f.name];
      if (isEmpty(value)) return f.type === 'list' ? [[f.name, []]] : [];
      return [[f.name, typeof value === 'string' ? value.trim() : value]];
    }),
  );
