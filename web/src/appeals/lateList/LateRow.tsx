import { identityTerms, kindTerms } from '@hotline/shared/catalog/terms';
import { readPhones } from '@hotline/shared/citizen/readPhones';
import { maxLengthOf } from '@hotline/shared/schema';
import { NewAppeal } from '@hotline/shared/ticket/log';
import { Appeal } from '@hotline/shared/ticket/model/appeal';
import { Alert, Button, Input } from 'antd';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useCatalog } from '../../data/catalog.ts';
import { CommandKey } from '../../keys/CommandKey.tsx';
import { useOptions, useT } from '../../text/translate.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Field } from '../../ui/Field.tsx';
import { clock, dayAndClock } from '../../ui/localTime.ts';
import { useTextFlaw } from '../../ui/useTextFlaw.ts';
import { AddressField } from '../AddressField.tsx';
import { useLateFlaw } from '../useLateFlaw.ts';
import { HeadFields } from './HeadFields.tsx';
import { type ListHead, type ListRow, receivedAtOf } from './lateRows.ts';

const { content } = NewAppeal.properties;

type Props = {
  row: ListRow;
  /** Of the list; a row that was sent has its own. */
  head: ListHead;
  tried: boolean;
  set: (part: Partial<ListRow>) => void;
  onFocus: () => void;
  onLog: () => void;
  /** Null: there is nothing to discard. */
  onDiscard: (() => void) | null;
  children: ReactNode;
};

/** One line of the paper. A row that was sent shows the head it was sent under, which may be what was wrong. */
export function LateRow({ row, head, tried, set, onFocus, onLog, onDiscard, children }: Props) {
  const t = useT();
  const { sentUnder } = row;
  return (
    <form
      className="late-row"
      aria-label={t(row.refusal === null ? 'lateList.row' : 'lateList.rowRefused')}
      data-row={row.id}
      noValidate
      onFocus={onFocus}
      onKeyDown={leaveChoosing}
      onSubmit={(event) => {
        event.preventDefault();
        onLog();
      }}
    >
      {row.refusal === null ? null : <Alert type="error" role="alert" title={row.refusal} />}
      {sentUnder ? (
        <HeadFields head={sentUnder} set={(part) => set({ sentUnder: { ...sentUnder, ...part } })} tried={tried} />
      ) : null}
      <RowFields row={row} head={sentUnder ?? head} tried={tried} set={set} />
      <div className="form-buttons">
        <Button type="primary" htmlType="submit">
          {t('lateList.log')} <CommandKey name="submit" />
        </Button>
        {onDiscard ? <Discard onDiscard={onDiscard} /> : null}
        {children}
      </div>
    </form>
  );
}

type Fields = Pick<Props, 'row' | 'head' | 'tried' | 'set'>;

/** In the order it is read out: when, who, where, what. */
function RowFields({ row, head, tried, set }: Fields) {
  const t = useT();
  const textFlawOf = useTextFlaw();
  const options = useOptions();
  const { areaCode, regionLabels } = useCatalog();
  const isUnread = row.phone.trim() !== '' && readPhones(row.phone, areaCode).length === 0;
  return (
    <>
      <div className="form-row late-line">
        <TimeField row={row} head={head} tried={tried} set={set} />
        <Field label={t('form.phone')} hint={isUnread ? t('caller.unread') : undefined}>
          {(wiring) => (
            <Input
              {...wiring}
              type="tel"
              autoComplete="off"
              value={row.phone}
              onChange={(e) => set({ phone: e.target.value })}
            />
          )}
        </Field>
        <Field label={t('form.name')}>
          {(wiring) => (
            <Input
              {...wiring}
              autoComplete="off"
              maxLength={maxLengthOf(Appeal.properties.citizenName)}
              value={row.name}
              onChange={(e) => set({ name: e.target.value })}
            />
          )}
        </Field>
        <AddressField
          draft={{ address: row.address, regionCode: null }}
          hint={row.regionCode ? regionLabels.get(row.regionCode) : undefined}
          // The region is that of the place that was chosen, not of one that was written over it.
          set={(place) => set({ regionCode: null, ...place })}
        />
      </div>
      <Field label={t('form.content')} required error={tried ? textFlawOf(content, row.content) : undefined}>
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            data-field="content"
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={maxLengthOf(content)}
            value={row.content}
            onChange={(e) => set({ content: e.target.value })}
          />
        )}
      </Field>
      <div className="form-row">
        <Choice
          label={t('form.kind')}
          value={row.kind}
          options={options(kindTerms)}
          onChange={(kind) => set({ kind })}
        />
        <Choice
          label={t('form.identity')}
          value={row.identity}
          options={options(identityTerms)}
          onChange={(identity) => set({ identity })}
        />
      </div>
    </>
  );
}

/** The time of the day alone; left, it is shown as it was understood. */
function TimeField({ row, head, tried, set }: Fields) {
  const t = useT();
  const offset = useCatalog((s) => s.offsetMinutes);
  const flawOf = useLateFlaw();
  const [isLeft, setLeft] = useState(false);
  const receivedAt = receivedAtOf(row, head, offset);
  const flaw = receivedAt === null ? t('lateList.needTime') : flawOf(receivedAt);
  const isTold = tried || (isLeft && row.time.trim() !== '');
  return (
    <Field
      className="late-time"
      label={t('lateList.time')}
      required
      error={isTold ? flaw : undefined}
      hint={receivedAt ? dayAndClock(receivedAt, offset) : head.day}
    >
      {(wiring) => (
        <Input
          {...wiring}
          autoComplete="off"
          data-field="time"
          placeholder="0905"
          value={row.time}
          onChange={(e) => {
            setLeft(false);
            set({ time: e.target.value });
          }}
          onBlur={() => {
            setLeft(true);
            if (receivedAt && row.time !== clock(receivedAt, offset)) set({ time: clock(receivedAt, offset) });
          }}
        />
      )}
    </Field>
  );
}

/** Said twice: what was written is gone then. */
function Discard({ onDiscard }: { onDiscard: () => void }) {
  const t = useT();
  const [isAsked, setAsked] = useState(false);
  return isAsked ? (
    <Button danger onClick={onDiscard}>
      {t('unsent.discardSure')}
    </Button>
  ) : (
    <Button onClick={() => setAsked(true)}>{t('unsent.discard')}</Button>
  );
}

/** Enter that takes a place from the list of places does not send the row. */
function leaveChoosing(event: KeyboardEvent<HTMLFormElement>): void {
  const chosen = '.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option-active';
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement && document.querySelector(chosen))
    event.preventDefault();
}
