import type { ClockMove, Correction } from '@hotline/shared/api/admin/calendar';
import type { Answer } from '@hotline/shared/api/client';
import { clockTerms } from '@hotline/shared/ticket/clocks/clockWords';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { api } from '../../data/api.ts';
import { useCatalog, useDepartmentName } from '../../data/catalog.ts';
import { useRead } from '../../data/useRead.ts';
import { saveCsv } from '../../reports/saveCsv.ts';
import { useT, useTerm } from '../../text/translate.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { dayAndClock } from '../../ui/localTime.ts';
import { useAct } from '../../ui/useAct.ts';
import { MoveTable } from './MoveTable.tsx';

type Preview = { moves: ClockMove[]; examined: number; open: number; isDone: boolean };
const pollMs = 1_000;

/** Which open clocks the calendar in force would move; then moves them, in the background, audited. */
export function CorrectionPanel({ version }: { version: number }) {
  const t = useT();
  const term = useTerm();
  const offset = useCatalog((s) => s.offsetMinutes);
  const departmentName = useDepartmentName();
  const [preview, setPreview] = useState<Preview | null>(null);
  const [confirming, setConfirming] = useState(false);
  const [correction, follow] = useCorrection();
  const { busy, message, run } = useAct();
  const running = correction !== null && correction.finishedAt === null;
  const read = () =>
    run(async () => {
      let seen: Preview = { moves: [], examined: 0, open: 0, isDone: false };
      for (let cursor: string | null = ''; cursor !== null; ) {
        const page: Answer<'previewCorrection'> = await api.call('previewCorrection', {
          query: cursor ? { cursor } : {},
        });
        cursor = page.nextCursor;
        seen = {
          moves: [...seen.moves, ...page.items],
          examined: seen.examined + page.examined,
          open: page.open,
          isDone: cursor === null,
        };
        setPreview(seen);
      }
    });
  const apply = () =>
    run(async () => {
      follow((await api.call('startCorrection', { body: { version } })) ?? null);
      setConfirming(false);
      setPreview(null);
    });
  const tickets = new Set(preview?.moves.map((m) => m.ticketId)).size;
  const late = preview?.moves.filter((m) => m.late).length ?? 0;
  const counted = preview && { n: preview.examined, open: preview.open, moves: preview.moves.length, tickets, late };
  const head = (['number', 'clock', 'department', 'from', 'to', 'late'] as const).map((k) => t(`fix.${k}`));
  const csv = () =>
    saveCsv(`calendar-${version}.csv`, [
      head,
      ...(preview?.moves ?? []).map((m) => [
        m.number,
        term(clockTerms, m.clock),
        m.departmentId ? departmentName(m.departmentId) : '',
        m.from,
        m.to,
        m.late ? t('fix.late') : '',
      ]),
    ]);
  return (
    <section className="correction" aria-labelledby="correction">
      <h2 id="correction">{t('fix.title')}</h2>
      <p className="muted">{t('fix.intro', { n: version })}</p>
      {message ? <Alert type="error" role="alert" title={message} /> : null}
      <div role="status">
        {correction ? (
          <Progress correction={correction} at={dayAndClock(correction.finishedAt ?? correction.askedAt, offset)} />
        ) : null}
        {counted && preview ? (
          <p>
            {preview.isDone
              ? t(preview.moves.length > 0 ? 'fix.found' : 'fix.nothing', counted)
              : t('fix.reading', counted)}
          </p>
        ) : null}
      </div>
      <div className="form-buttons">
        <Button loading={busy && !confirming} disabled={running} onClick={read}>
          {t('fix.preview')}
        </Button>
        {preview?.isDone && preview.moves.length > 0 ? (
          <>
            <Button onClick={csv}>{t('fix.csv')}</Button>
            <Button type="primary" onClick={() => setConfirming(true)}>
              {t('fix.apply', { n: tickets })}
            </Button>
          </>
        ) : null}
      </div>
      {preview && preview.moves.length > 0 ? <MoveTable moves={preview.moves} head={head} /> : null}
      <FormDialog
        open={confirming}
        title={t('fix.title')}
        okText={t('fix.confirm')}
        busy={busy}
        onOk={apply}
        onClose={() => setConfirming(false)}
      >
        <p>{t('fix.confirmWords', { n: tickets, version })}</p>
      </FormDialog>
    </section>
  );
}

function Progress({ correction, at }: { correction: Correction; at: string }) {
  const t = useT();
  const { examined, open, changed, calendarVersion, askedBy, finishedAt, outcome } = correction;
  const said = { n: examined, open, changed, version: calendarVersion, by: askedBy, at };
  if (finishedAt === null)
    return (
      <p>
        {t('fix.running', said)} <progress max={Math.max(1, open)} value={examined} aria-label={t('fix.title')} />
      </p>
    );
  return <p>{t(outcome === 'superseded' ? 'fix.superseded' : 'fix.done', said)}</p>;
}

/** The newest correction, asked again every second while it runs. */
function useCorrection() {
  const [isRunning, setRunning] = useState(false);
  const { value, put } = useRead('correction', { query: {} }, isRunning ? { everyMs: pollMs } : {});
  const correction = value?.correction ?? null;
  const runs = correction !== null && correction.finishedAt === null;
  if (runs !== isRunning) setRunning(runs);
  return [correction, (next: Correction | null) => put({ correction: next })] as const;
}
