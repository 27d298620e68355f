import type { CaseAnswer } from '@hotline/shared/api/tickets';
import { kindTerms, urgencyTerms } from '@hotline/shared/catalog/terms';
import type { VerbInput } from '@hotline/shared/ticket/lifecycle';
import { Input } from 'antd';
import { useCatalog } from '../../data/catalog.ts';
import { useKeptForm } from '../../data/drafts/keptForm.ts';
import { useOptions, useT } from '../../text/translate.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Field } from '../../ui/Field.tsx';
import { PickSelect } from '../../ui/PickSelect.tsx';
import { useTextField } from './useTextField.ts';
import type { VerbFormProps } from './verbForm.ts';

type Amendment = VerbInput<'amend'>;
type Amendable = Required<
  Pick<
    Amendment,
    'title' | 'kind' | 'urgency' | 'categoryId' | 'regionCode' | 'address' | 'content' | 'againstDepartmentId'
  >
> & {
  appealId: string | null;
};

/** The whole of what may be amended, as it stands; only what was changed is sent. */
export function AmendForm({ formRef, action, answer, draftKey, onSubmit, buttons }: VerbFormProps) {
  const t = useT();
  const options = useOptions();
  const ofTitle = useTextField(action.name, 'title');
  const ofAddress = useTextField(action.name, 'address');
  const ofContent = useTextField(action.name, 'content');
  const { categoryOptions, regionOptions, categoryLabels, departmentOptions } = useCatalog();
  const { ticket, appeals } = answer;
  const open = appeals.filter((a) => a.status === 'open');
  const [now, set] = useKeptForm<Amendable>(draftKey, (typed) => amendable(answer, typed?.appealId ?? null));
  const stands = amendable(answer, now.appealId);
  const change = Object.fromEntries(
    Object.entries(now).filter(([field, value]) => field !== 'appealId' && value !== stands[field as keyof Amendable]),
  ) as Amendment;
  const categories =
    now.categoryId && !categoryOptions.some((o) => o.value === now.categoryId)
      ? [{ value: now.categoryId, label: categoryLabels.get(now.categoryId) ?? now.categoryId }, ...categoryOptions]
      : categoryOptions;
  const changed = Object.keys(change).length > 0;
  // A ticket has a title and an appeal its words: they may be amended, not taken away.
  const flaws = {
    title: change.title === undefined ? undefined : ofTitle.flawOf(now.title, true),
    address: change.address === undefined ? undefined : ofAddress.flawOf(now.address ?? ''),
    content: change.content === undefined ? undefined : ofContent.flawOf(now.content, true),
  };
  const isSound = !flaws.title && !flaws.address && !flaws.content;
  return (
    <form
      ref={formRef}
      onSubmit={(event) => {
        event.preventDefault();
        if (changed && isSound)
          onSubmit({ ...change, ...(now.appealId === open[0]?.id ? {} : { appealId: now.appealId }) });
      }}
    >
      {open.length > 1 ? (
        // What is typed is about this one: it is chosen before anything is changed.
        <Field label={t('form.whoseAppeal')}>
          {(wiring) => (
            <PickSelect
              {...wiring}
              disabled={changed}
              value={now.appealId}
              options={open.map((a) => ({ value: a.id, label: `${a.number} ${a.title}` }))}
              onChange={(id) => (id ? set({ appealId: id }) : undefined)}
            />
          )}
        </Field>
      ) : null}
      <Field label={t('form.title')} error={flaws.title}>
        {(wiring) => (
          <Input
            {...wiring}
            maxLength={ofTitle.maxLength}
            value={now.title}
            onChange={(e) => set({ title: e.target.value })}
          />
        )}
      </Field>
      <div className="form-row">
        <Choice
          label={t('form.kind')}
          value={now.kind}
          options={options(kindTerms)}
          onChange={(kind) => set({ kind })}
        />
        <Choice
          label={t('form.urgency')}
          value={now.urgency}
          options={options(urgencyTerms)}
          onChange={(urgency) => set({ urgency })}
        />
      </div>
      <div className="form-row">
        <Field label={t('form.category')}>
          {(wiring) => (
            <PickSelect
              {...wiring}
              value={now.categoryId}
              options={categories}
              onChange={(categoryId) => set({ categoryId })}
            />
          )}
        </Field>
        <Field label={t('form.region')}>
          {(wiring) => (
            <PickSelect
              {...wiring}
              value={now.regionCode}
              options={regionOptions}
              onChange={(regionCode) => set({ regionCode })}
            />
          )}
        </Field>
      </div>
      <Field label={t('form.address')} error={flaws.address}>
        {(wiring) => (
          <Input
            {...wiring}
            maxLength={ofAddress.maxLength}
            value={now.address ?? ''}
            onChange={(e) => set({ address: e.target.value || null })}
          />
        )}
      </Field>
      <Field label={t('form.content')} error={flaws.content}>
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={ofContent.maxLength}
            value={now.content}
            onChange={(e) => set({ content: e.target.value })}
          />
        )}
      </Field>
      <Field
        label={t('form.against')}
        hint={ticket.firstDispatchedAt === null ? undefined : t('form.againstDispatched')}
      >
        {(wiring) => (
          <PickSelect
            {...wiring}
            value={now.againstDepartmentId}
            options={departmentOptions}
            onChange={(againstDepartmentId) => set({ againstDepartmentId })}
          />
        )}
      </Field>
      {changed ? null : <p className="muted">{t('form.nothingChanged')}</p>}
      {buttons}
    </form>
  );
}

/** Of the ticket, and of the appeal whose words are amended: the one chosen, or the leading one. */
function amendable({ ticket, appeals }: CaseAnswer, appealId: string | null): Amendable {
  const open = appeals.filter((a) => a.status === 'open');
  const appeal = open.find((a) => a.id === appealId) ?? open[0];
  const { title, kind, urgency, categoryId, regionCode } = ticket;
  const { address = null, content = '', againstDepartmentId = null } = appeal ?? {};
  return {
    appealId: appeal?.id ?? null,
    title,
    kind,
    urgency,
    categoryId,
    regionCode,
    address,
    content,
    againstDepartmentId,
  };
}
