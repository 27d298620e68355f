import { maxLengthOf } from '@hotline/shared/schema';
import { lateEntryDays } from '@hotline/shared/ticket/lateEntry';
import { LateEntryReason } from '@hotline/shared/ticket/model/appeal';
import { Button, Input } from 'antd';
import { Link } from 'react-router';
import { useCatalog } from '../data/catalog.ts';
import { paths } from '../paths.ts';
import { useT } from '../text/translate.ts';
import { Field } from '../ui/Field.tsx';
import { fromField, toField } from '../ui/localTime.ts';
import { isReasonUnsaid, type LogDraft } from './logDraft.ts';
import { useLateFlaw } from './useLateFlaw.ts';

type Props = { late: LogDraft['late']; set: (change: Pick<LogDraft, 'late'>) => void; tried: boolean };

/** 补录: when it was really received, and why it is logged only now. */
export function LateFields({ late, set, tried }: Props) {
  const t = useT();
  const offset = useCatalog((s) => s.offsetMinutes);
  const flawOf = useLateFlaw();
  if (!late)
    return (
      <div className="form-buttons">
        <Button size="small" onClick={() => set({ late: { receivedAt: null, reason: '' } })}>
          {t('late.open')}
        </Button>
        <Link to={paths.lateList()}>{t('late.list')}</Link>
      </div>
    );
  const flaw = late.receivedAt ? flawOf(late.receivedAt) : tried ? t('late.needTime') : undefined;
  return (
    <fieldset className="late-fields">
      <legend>{t('late.title')}</legend>
      <p className="muted">{t('late.note', { n: lateEntryDays })}</p>
      <div className="form-row">
        <Field label={t('late.receivedAt')} required error={flaw}>
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
          error={tried && isReasonUnsaid(late.reason) ? t('late.needReason') : undefined}
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
