import type { Period } from '@hotline/shared/time/calendar/calendarData';
import { periodsInWords, readPeriods } from '@hotline/shared/time/calendar/dayList';
import { Input } from 'antd';
import { useState } from 'react';
import { useT } from '../../text/translate.ts';
import { Field } from '../../ui/Field.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';

type Props = { periods: readonly Period[]; onSet: (periods: Period[]) => void; onClose: () => void };

/** The hours of an ordinary working day. */
export function HoursDialog({ periods, onSet, onClose }: Props) {
  const t = useT();
  const [hours, setHours] = useState(periodsInWords(periods));
  const read = readPeriods(hours);
  return (
    <FormDialog open title={t('cal.standardTitle')} onOk={() => read && onSet(read)} onClose={onClose}>
      <Field label={t('cal.periods')} required error={read ? undefined : t('cal.periodsWrong')}>
        {(wiring) => <Input {...wiring} autoFocus value={hours} onChange={(e) => setHours(e.target.value)} />}
      </Field>
    </FormDialog>
  );
}
