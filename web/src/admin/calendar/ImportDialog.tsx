import type { Answer } from '@hotline/shared/api/client';
import { maxLengthOf } from '@hotline/shared/schema';
import { CalendarText, type SpecialDay } from '@hotline/shared/time/calendar/calendarData';
import { periodsInWords } from '@hotline/shared/time/calendar/dayList';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../data/api.ts';
import { type Translate, useT } from '../../text/translate.ts';
import { Field } from '../../ui/Field.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { useAct } from '../../ui/useAct.ts';

type Props = { version: number; year: number; onSaved: (version: number) => void; onClose: () => void };
type Tried = Answer<'importCalendar'>;

/** Next year's days: pasted or from a file, tried dry first, saved when every line can be read. */
export function ImportDialog({ version, year: firstYear, onSaved, onClose }: Props) {
  const t = useT();
  const [year, setYear] = useState(String(firstYear));
  const [text, setText] = useState('');
  const [tried, setTried] = useState<Tried | null>(null);
  const { busy, message, run } = useAct();
  const ready = /^\d{4}$/.test(year) && text.trim() !== '';
  const isGood = tried !== null && tried.errors.length === 0 && tried.differences.length > 0;
  const send = (dryRun: boolean) =>
    run(async () => {
      const answer = await api.call('importCalendar', { body: { version, year: Number(year), text, dryRun } });
      setTried(answer);
      if (answer.saved !== null) onSaved(answer.saved);
    });
  const change = (set: (value: string) => void) => (value: string) => {
    setTried(null);
    set(value);
  };
  return (
    <FormDialog
      open
      width={760}
      title={t('cal.importTitle')}
      okText={t(isGood ? 'cal.importNow' : 'cal.tryImport')}
      disabled={!ready}
      busy={busy}
      message={message}
      onOk={() => send(!isGood)}
      onClose={onClose}
    >
      <div className="form-row">
        <Field label={t('cal.importYear')} className="narrow">
          {(wiring) => (
            <Input {...wiring} inputMode="numeric" value={year} onChange={(e) => change(setYear)(e.target.value)} />
          )}
        </Field>
        <Field label={t('cal.importFile')}>
          {({ id }) => (
            <input
              id={id}
              type="file"
              accept=".csv,.txt,text/csv,text/plain"
              onChange={(e) => void e.target.files?.[0]?.text().then(change(setText))}
            />
          )}
        </Field>
      </div>
      <Field label={t('cal.importText')} hint={t('cal.importHint')}>
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            autoSize={{ minRows: 5, maxRows: 10 }}
            maxLength={maxLengthOf(CalendarText)}
            value={text}
            onChange={(e) => change(setText)(e.target.value)}
          />
        )}
      </Field>
      <div role="status">{tried ? <Outcome tried={tried} /> : null}</div>
      {isGood ? (
        <Button type="link" className="start" onClick={() => send(true)}>
          {t('cal.tryImport')}
        </Button>
      ) : null}
    </FormDialog>
  );
}

function Outcome({ tried }: { tried: Tried }) {
  const t = useT();
  if (tried.errors.length > 0)
    return (
      <>
        <Alert type="error" title={t('cal.importErrors', { n: tried.errors.length })} />
        <ul className="lines">
          {tried.errors.map((e) => (
            <li key={`${e.line} ${e.text} ${e.message}`}>
              {e.line > 0 ? <b>{t('cal.importLine', { n: e.line })} </b> : null}
              {e.message}
              {e.text ? <span className="muted"> {e.text}</span> : null}
            </li>
          ))}
        </ul>
      </>
    );
  if (tried.differences.length === 0) return <Alert type="info" title={t('cal.importSame')} />;
  return (
    <>
      <p>{t('cal.importRead', { days: tried.days, n: tried.differences.length })}</p>
      {tried.missing.length > 0 ? (
        <Alert type="warning" title={t('cal.importMissing', { names: tried.missing.join('、') })} />
      ) : null}
      {tried.unused.length > 0 ? (
        <>
          <p>{t('cal.importUnused')}</p>
          <ul className="lines">
            {tried.unused.map((sentence) => (
              <li key={`${sentence.line} ${sentence.text}`} className="muted">
                {sentence.text}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key */}
      <section className="scroll-box" tabIndex={0} aria-label={t('cal.importText')}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('cal.day')}</th>
              <th scope="col">{t('cal.was')}</th>
              <th scope="col">{t('cal.becomes')}</th>
            </tr>
          </thead>
          <tbody>
            {tried.differences.map((d) => (
              <tr key={d.date}>
                <th scope="row">{d.date}</th>
                <td>{dayInWords(d.before, t)}</td>
                <td>{dayInWords(d.after, t)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

const dayInWords = (day: SpecialDay | null, t: Translate) =>
  day
    ? [t(day.working ? 'cal.kindWork' : 'cal.kindOff'), day.name, day.periods ? periodsInWords(day.periods) : '']
        .filter(Boolean)
        .join(' · ')
    : '—';
