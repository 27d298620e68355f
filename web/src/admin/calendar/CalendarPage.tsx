import type { Period } from '@hotline/shared/time/calendar/calendarData';
import { periodsInWords } from '@hotline/shared/time/calendar/dayList';
import { Alert, Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api } from '../../data/api.ts';
import { loadCatalog, useCatalog } from '../../data/catalog.ts';
import { dropDraft, useDraft } from '../../data/drafts/draft.ts';
import { serverNowMs } from '../../data/liveState.ts';
import { useRead } from '../../data/useRead.ts';
import { useT } from '../../text/translate.ts';
import { localDay } from '../../ui/localTime.ts';
import { useAct } from '../../ui/useAct.ts';
import { SaveBar } from '../SaveBar.tsx';
import { VersionPick } from '../VersionPick.tsx';
import { CorrectionPanel } from './CorrectionPanel.tsx';
import { DayDialog } from './DayDialog.tsx';
import type { Edits } from './days.ts';
import { viewDay } from './days.ts';
import { HoursDialog } from './HoursDialog.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { Legend, YearView } from './YearView.tsx';

type Changes = { edits: Edits; periods: Period[] | null };
const draftKey = 'admin.calendar';
const nothing: Changes = { edits: {}, periods: null };

/** 工作日历: a year of months, changed day by day, saved as versions; then the clocks that already run. */
export function CalendarPage() {
  const t = useT();
  const offset = useCatalog((s) => s.offsetMinutes);
  const today = localDay(serverNowMs(), offset);
  const [params, setParams] = useSearchParams();
  const wanted = Number(params.get('version')) || undefined;
  const { value: calendar, message, put, again } = useRead('calendar', { query: wanted ? { version: wanted } : {} });
  const [year, setYear] = useState(Number(params.get('year')) || Number(today.slice(0, 4)));
  const [focused, setFocused] = useState(today);
  const [changes, setChanges] = useState<Changes>(nothing);
  const [open, setOpen] = useState<'day' | 'hours' | null>(null);
  const [saved, setSaved] = useState<number | null>(null);
  const act = useAct();
  const count = Object.keys(changes.edits).length + (changes.periods ? 1 : 0);
  useDraft<Changes>(draftKey, count > 0 ? changes : null, setChanges);
  if (message) return <Alert type="error" title={message} />;
  if (!calendar) return <Skeleton className="late" />;

  const { data, versions } = calendar;
  const newest = versions[0]?.version ?? data.version;
  const isOld = data.version !== newest;
  const lastYear = Number(data.to.slice(0, 4));
  const show = (to: number) => {
    setYear(to);
    setFocused(today.startsWith(String(to)) ? today : `${to}-01-01`);
  };
  const forget = () => {
    setChanges(nothing);
    void dropDraft(draftKey);
  };
  const tell = (version: number) => {
    setSaved(version);
    forget();
    void loadCatalog();
  };
  const save = (note: string | undefined) =>
    act.run(async () => {
      const set = Object.values(changes.edits).filter((day) => day !== null);
      const clear = Object.keys(changes.edits).filter((date) => changes.edits[date] === null);
      const change = { set, clear, ...(changes.periods ? { periods: changes.periods } : {}) };
      const body = { version: data.version, change, ...(note ? { note } : {}) };
      const after = await api.call('changeCalendar', { body });
      put(after);
      tell(after.data.version);
    });
  const importing = params.get('import');
  const closeImport = () => setParams((p) => without(p, 'import'), { replace: true });
  return (
    <>
      <div className="admin-bar">
        <Button
          size="small"
          aria-label={t('cal.previous')}
          disabled={year <= Number(data.from.slice(0, 4))}
          onClick={() => show(year - 1)}
        >
          ‹
        </Button>
        <h2>{t('cal.year', { year })}</h2>
        <Button size="small" aria-label={t('cal.next')} disabled={year >= lastYear} onClick={() => show(year + 1)}>
          ›
        </Button>
        <span>{t('cal.standard', { periods: periodsInWords(changes.periods ?? data.periods) })}</span>
        {isOld ? null : (
          <Button size="small" onClick={() => setOpen('hours')}>
            {t('admin.edit')}
          </Button>
        )}
        <span className="grow" />
        <VersionPick
          versions={versions}
          value={data.version}
          onChange={(version) =>
            setParams((p) =>
              version === newest ? without(p, 'version') : new URLSearchParams({ version: String(version) }),
            )
          }
        />
        <Button
          type="primary"
          disabled={isOld}
          onClick={() => setParams(new URLSearchParams({ import: String(lastYear + 1) }), { replace: true })}
        >
          {t('cal.import')}
        </Button>
      </div>
      {isOld ? <Alert type="info" title={t('admin.oldVersion', { n: data.version })} /> : null}
      {saved ? <Alert type="success" role="status" title={t('cal.savedNext', { n: saved })} /> : null}
      {count > 0 && !isOld ? (
        <SaveBar count={count} act={act} hint={t('cal.frozenNote')} onSave={save} onDiscard={forget} />
      ) : null}
      <Legend />
      <YearView
        year={year}
        data={data}
        edits={isOld ? {} : changes.edits}
        focused={focused}
        today={today}
        onFocus={setFocused}
        onOpen={(date) => {
          setFocused(date);
          if (!isOld) setOpen('day');
        }}
      />
      <CorrectionPanel key={newest} version={newest} />
      {open === 'day' ? (
        <DayDialog
          date={focused}
          special={viewDay(data, changes.edits, focused).special}
          onClose={() => setOpen(null)}
          onSet={(day) => {
            setChanges((c) => ({ ...c, edits: edited(c.edits, data.special, focused, day) }));
            setOpen(null);
          }}
        />
      ) : null}
      {open === 'hours' ? (
        <HoursDialog
          periods={changes.periods ?? data.periods}
          onClose={() => setOpen(null)}
          onSet={(periods) => {
            setChanges((c) => ({
              ...c,
              periods: JSON.stringify(periods) === JSON.stringify(data.periods) ? null : periods,
            }));
            setOpen(null);
          }}
        />
      ) : null}
      {importing && !isOld ? (
        <ImportDialog
          version={data.version}
          year={Number(importing) || lastYear + 1}
          onClose={closeImport}
          onSaved={(version) => {
            closeImport();
            void again();
            show(Number(importing) || lastYear + 1);
            tell(version);
          }}
        />
      ) : null}
    </>
  );
}

/** A change that leads back to what the calendar says is no change. */
function edited(edits: Edits, special: readonly { date: string }[], date: string, day: Edits[string] = null): Edits {
  const { [date]: _, ...rest } = edits;
  const was = special.find((s) => s.date === date) ?? null;
  return JSON.stringify(was) === JSON.stringify(day) ? rest : { ...rest, [date]: day };
}

function without(params: URLSearchParams, name: string): URLSearchParams {
  const rest = new URLSearchParams(params);
  rest.delete(name);
  return rest;
}
