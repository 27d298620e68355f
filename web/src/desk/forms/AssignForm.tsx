import { Alert } from 'antd';
import { useState } from 'react';
import { useKeptForm } from '../../data/drafts/keptForm.ts';
import { useRead } from '../../data/useRead.ts';
import { useT } from '../../text/translate.ts';
import { Field } from '../../ui/Field.tsx';
import { PickSelect } from '../../ui/PickSelect.tsx';
import type { VerbFormProps } from './verbForm.ts';

/** 分配: one of those who may work on it, or nobody, so that it is everybody's again. */
export function AssignForm({ formRef, answer, draftKey, onSubmit, buttons }: VerbFormProps) {
  const t = useT();
  const { value, message } = useRead('assignees', { params: { id: answer.ticket.id } });
  const [{ personId }, set] = useKeptForm<{ personId: string | null }>(draftKey, { personId: null });
  const [tried, setTried] = useState(false);
  const options = [
    { value: nobody, label: t('form.assignNobody') },
    ...(value?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <form
      ref={formRef}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (personId) onSubmit({ personId: personId === nobody ? null : personId });
      }}
    >
      {message ? <Alert type="error" title={message} /> : null}
      <Field label={t('form.assignTo')} required error={tried && !personId ? t('form.choose') : undefined}>
        {(wiring) => (
          <PickSelect {...wiring} value={personId} options={options} onChange={(id) => set({ personId: id })} />
        )}
      </Field>
      {buttons}
    </form>
  );
}

/** No person's id begins with a dash. */
const nobody = '-';
