import { useState } from 'react';
import { useCatalog } from '../../../data/catalog.ts';
import { useKeptForm } from '../../../data/drafts/keptForm.ts';
import { useT } from '../../../text/translate.ts';
import { useTextFlaw } from '../../../ui/useTextFlaw.ts';
import type { VerbFormProps } from '../verbForm.ts';
import { SchemaField } from './SchemaField.tsx';
import { fieldsOf } from './schemaFields.ts';

/** The form of a verb, drawn from the schema of its input: a new verb needs no form of its own. */
export function SchemaForm({ formRef, action, answer, draftKey, onSubmit, buttons }: VerbFormProps) {
  const t = useT();
  const textFlawOf = useTextFlaw();
  const verb = useCatalog((s) => s.verbs[action.name]);
  const [values, set] = useKeptForm<Record<string, unknown>>(draftKey, {});
  const [tried, setTried] = useState(false);
  const fields = fieldsOf(verb, answer);
  const flawOf = (field: (typeof fields)[number]) => {
    const value = values[field.name];
    if (field.type === 'text' || field.type === 'long')
      return textFlawOf(field.text, String(value ?? ''), field.required);
    return field.required && isEmpty(value) ? t('form.choose') : undefined;
  };
  return (
    <form
      ref={formRef}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!fields.some(flawOf)) onSubmit(filled(values, fields));
      }}
    >
      {fields.map((field, i) => (
        <SchemaField
          key={field.name}
          field={field}
          autoFocus={i === 0}
          value={values[field.name]}
          error={tried ? flawOf(field) : undefined}
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
