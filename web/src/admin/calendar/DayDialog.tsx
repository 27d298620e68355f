import { maxLengthOf } from '@hotline/shared/schema';
import { SpecialDay } from '@hotline/shared/time/calendar/calendarData';
import { periodsInWords, readPeriods } from '@hotline/shared/time/calendar/dayList';
import { dayNumber, weekday } from '@hotline/shared/time/localDate';
import { Input } from 'antd';
import { useState } from 'react';
import { useT } from '../../text/translate.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Field } from '../../ui/Field.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { isWeekend } from './days.ts';

type Props = {
  date: string;
  special: SpecialDay | null;
  onSet: (day: SpecialDay | null) => void;
  onClose: () => void;
};

/** What one day is: as its weekday, worked (in its own hours), or off. */
export function DayDialog({ date, special, onSet, onClose }: Props) {
  const t = useT();
  const [kind, setKind] = useState<'plain' | 'work' | 'off'>(!special ? 'plain' : special.working ? 'work' : 'off');
  const [name, setName] = useState(special?.name ?? '');
  const [hours, setHours] = useState(special?.periods ? periodsInWords(special.periods) : '');
  const periods = hours.trim() === '' ? null : readPeriods(hours);
  const wrong = kind === 'work' && hours.trim() !== '' && periods === null;
  const plain = t(isWeekend(date) ? 'cal.weekendWords' : 'cal.workdayWords');
  const weekdays = t('cal.weekdays').split(',');
  const done = () => {
    if (wrong) return;
    const said = { date, working: kind === 'work', name: name.trim() };
    onSet(kind === 'plain' ? null : kind === 'work' && periods ? { ...said, periods } : said);
  };
  return (
    <FormDialog
      open
      title={t('cal.dayTitle', { date, weekday: weekdays[(weekday(dayNumber(date)) + 6) % 7] ?? '' })}
      onOk={done}
      onClose={onClose}
    >
      <Choice
        label={t('cal.kind')}
        value={kind}
        options={[
          { value: 'plain', label: t('cal.kindPlain', { what: plain }) },
          { value: 'work', label: t('cal.kindWork') },
          { value: 'off', label: t('cal.kindOff') },
        ]}
        onChange={setKind}
      />
      {kind === 'plain' ? null : (
        <Field label={t('cal.name')} hint={t('cal.nameHint')}>
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={maxLengthOf(SpecialDay.properties.name)}
              value={name}
              onChange={(e) => setName(e.target.value)}
            />
          )}
        </Field>
      )}
      {kind === 'work' ? (
        <Field label={t('cal.periods')} hint={t('cal.periodsHint')} error={wrong ? t('cal.periodsWrong') : undefined}>
          {(wiring) => <Input {...wiring} value={hours} onChange={(e) => setHours(e.target.value)} />}
        </Field>
      ) : null}
    </FormDialog>
  );
}
