import { kindTerms, urgencyTerms } from '@hotline/shared/catalog/terms';
import { maxLengthOf } from '@hotline/shared/schema';
import { NewAppeal } from '@hotline/shared/ticket/log';
import { Button, Input } from 'antd';
import { useCatalog } from '../data/catalog.ts';
import { useOptions, useT } from '../text/translate.ts';
import { Choice } from '../ui/Choice.tsx';
import { Field } from '../ui/Field.tsx';
import { PickSelect } from '../ui/PickSelect.tsx';
import { useTextFlaw } from '../ui/useTextFlaw.ts';
import { AddressField } from './AddressField.tsx';
import type { LogDraft } from './logDraft.ts';

type Props = {
  draft: LogDraft;
  set: (change: Partial<LogDraft>) => void;
  tried: boolean;
  /** Then the agent begins with the citizen's words. */
  isNumberKnown: boolean;
};

/** The appeal in one column, the citizen's words first. */
export function AppealForm({ draft, set, tried, isNumberKnown }: Props) {
  const t = useT();
  const flawOf = useTextFlaw();
  const options = useOptions();
  const { categoryOptions, regionOptions, departmentOptions } = useCatalog();
  return (
    <>
      {draft.joinTicketId ? (
        <p className="joining" role="status">
          {t('log.joining', { number: draft.joinNumber ?? '' })}
          <Button size="small" type="link" onClick={() => set({ joinTicketId: null, joinNumber: null })}>
            {t('log.notJoining')}
          </Button>
        </p>
      ) : null}
      <Field
        label={t('form.content')}
        required
        error={tried ? flawOf(NewAppeal.properties.content, draft.content) : undefined}
      >
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            autoFocus={isNumberKnown}
            className="log-content"
            autoSize={{ minRows: 6, maxRows: 16 }}
            maxLength={maxLengthOf(NewAppeal.properties.content)}
            value={draft.content}
            onChange={(e) => set({ content: e.target.value })}
          />
        )}
      </Field>
      <div className="form-row">
        <Choice
          label={t('form.kind')}
          required
          value={draft.kind}
          options={options(kindTerms)}
          onChange={(kind) => set({ kind })}
        />
        <Choice
          label={t('form.urgency')}
          value={draft.urgency}
          options={options(urgencyTerms)}
          onChange={(urgency) => set({ urgency })}
        />
      </div>
      <Field label={t('form.category')} className="log-category">
        {(wiring) => (
          <PickSelect
            {...wiring}
            value={draft.categoryId}
            options={categoryOptions}
            placeholder={t('form.categorySearch')}
            onChange={(categoryId) => set({ categoryId })}
          />
        )}
      </Field>
      <div className="form-row">
        <Field label={t('form.region')}>
          {(wiring) => (
            <PickSelect
              {...wiring}
              value={draft.regionCode}
              options={regionOptions}
              onChange={(regionCode) => set({ regionCode })}
            />
          )}
        </Field>
        <AddressField draft={draft} set={set} />
      </div>
      <div className="form-row">
        <Field label={t('form.against')}>
          {(wiring) => (
            <PickSelect
              {...wiring}
              value={draft.againstDepartmentId}
              options={departmentOptions}
              onChange={(againstDepartmentId) => set({ againstDepartmentId })}
            />
          )}
        </Field>
        <Field
          label={t('form.title')}
          hint={t('form.titleHint')}
          error={tried ? flawOf(NewAppeal.properties.title, draft.title, false) : undefined}
        >
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={maxLengthOf(NewAppeal.properties.title)}
              value={draft.title}
              onChange={(e) => set({ title: e.target.value })}
            />
          )}
        </Field>
      </div>
    </>
  );
}
