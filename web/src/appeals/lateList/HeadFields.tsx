import { channelTerms } from '@hotline/shared/catalog/terms';
import { maxLengthOf } from '@hotline/shared/schema';
import { lateEntryDays } from '@hotline/shared/ticket/lateEntry';
import { LateEntryReason } from '@hotline/shared/ticket/model/appeal';
import { dayMs } from '@hotline/shared/time/localDate';
import { Input } from 'antd';
import { useCatalog } from '../../data/catalog.ts';
import { serverNowMs } from '../../data/liveState.ts';
import { useT, useTerm } from '../../text/translate.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Field } from '../../ui/Field.tsx';
import { localDay } from '../../ui/localTime.ts';
import { isReasonUnsaid } from '../logDraft.ts';
import { type ListHead, paperChannels } from './lateRows.ts';

type Props = { head: ListHead; set: (part: Partial<ListHead>) => void; tried: boolean };

/** What the rows of a list have in common: the day they were received on, by which way, and why they come so late. */
export function HeadFields({ head, set, tried }: Props) {
  const t = useT();
  const term = useTerm();
  const offset = useCatalog((s) => s.offsetMinutes);
  const now = serverNowMs();
  return (
    <div className="form-row late-head">
      <Field
        label={t('late.reason')}
        required
        error={tried && isReasonUnsaid(head.reason) ? t('late.needReason') : undefined}
      >
        {(wiring) => (
          <Input
            {...wiring}
            data-field="reason"
            maxLength={maxLengthOf(LateEntryReason)}
            value={head.reason}
            onChange={(e) => set({ reason: e.target.value })}
          />
        )}
      </Field>
      <Field label={t('lateList.day')} required error={tried && head.day === '' ? t('lateList.needDay') : undefined}>
        {({ status, ...wiring }) => (
          <input
            {...wiring}
            className="native"
            type="date"
            data-field="day"
            min={localDay(now - lateEntryDays * dayMs, offset)}
            max={localDay(now, offset)}
            aria-invalid={status === 'error'}
            value={head.day}
            onChange={(e) => set({ day: e.target.value })}
          />
        )}
      </Field>
      <Choice
        label={t('case.channel')}
        value={head.channel}
        options={paperChannels.map((value) => ({ value, label: term(channelTerms, value) }))}
        onChange={(channel) => set({ channel })}
      />
    </div>
  );
}
