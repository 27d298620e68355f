import { maxLengthOf } from '@hotline/shared/schema';
import { lateEntryDays } from '@hotline/shared/ticket/lateEntry';
import { LateEntryReason } from '@hotline/shared/ticket/model/appeal';
import { Button, Input } from 'antd';
import { useCatalog } from '../data/catalog.ts';
import { useT } from '../text/translate.ts';
import { Field } from '../ui/Field.tsx';
import { fromField, toField } from '../ui/localTime.ts';
import type { LogDraft } from './logDraft.ts';

type Props = { late: LogDraft['late']; set: (change: Pick<LogDraft, 'late'>) => void; tried: boolean };

/** 补录: when it was really received, and why it is logged only now. */
export function LateFields({ late, set, tried }: Props) {
  const t = useT();
  const offset = useCatalog((s) => s.offsetMinutes);
  if (!late)
    return (
      <Button size="small" className="late-open" onClick={() => set({ late: { receivedAt: null, reason: '' } })}>
        {t('late.open')}
      </Button>
    );
  return (
    <fieldset className="late-fields">
      <legend>{t('late.title')}</legend>
      <p className="muted">{t('late.note', { n: lateEntryDays })}</p>
      <div className="form-row">
        <Field label={t('late.receivedAt')} required error={tried && !late.receivedAt ? t('late.needTime') : undefined}>
          {({ status, ...wiring }) => (
            <input
              {...wiring}
              className="native"
              type="datetime-local"
              // biome-ignore lint/a11y/noAutofocus: whoever opens it means to fill it in
              autoFocus
              aria-invalid={status === 'error'}
              value={late.receivedAt ? toField(late.receivedAt, offset) : ''}
              onChange={(e) => set({ late: { ...late, receivedAt: fromField(e.target.value, offset) } })}
            />
          )}
        </Field>
        <Field
          label={t('late.reason')}
          required
          error={tried && late.reason.trim().length < 2 ? t('late.needReason') : undefined}
        >
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={maxLengthOf(LateEntryReason)}
              value={late.reason}
              onChange={(e) => set({ late: { ...late, reason: e.target.value } })}
            />
          )}
        </Field>
      </div>
      <Button size="small" type="link" onClick={() => set({ late: null })}>
        {t('late.close')}
      </Button>
    </fieldset>
  );
}
