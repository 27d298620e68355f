import type { ImportRun } from '@hotline/shared/api/imports';
import { Alert, Button, Progress, Skeleton } from 'antd';
import { useState } from 'react';
import { api } from '../../data/api.ts';
import { useRead } from '../../data/useRead.ts';
import { useT } from '../../text/translate.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useAct } from '../../ui/useAct.ts';
import { OutcomeTable } from './OutcomeTable.tsx';
import { Prepare } from './Prepare.tsx';

const atWork = ['reading', 'checking', 'running', 'undoing'];

/** One file: read, answered, tried, brought in, taken back. */
export function RunView({ id, onBack }: { id: string; onBack: () => void }) {
  const t = useT();
  const { value: run, message, put } = useRead('importRun', { params: { id } }, { everyMs: 1_500 });
  const [undoing, setUndoing] = useState(false);
  const act = useAct();
  if (message) return <Alert type="error" title={message} />;
  if (!run) return <Skeleton className="late" />;
  const isBusy = atWork.includes(run.state);
  const isBegun = run.report !== null || run.state === 'running';
  const now = (work: () => Promise<ImportRun>) => act.run(async () => put(await work()));
  const at = { params: { id } };
  const discard = () =>
    act.run(async () => {
      await api.call('discardImport', at);
      onBack();
    });
  return (
    <div className="migration">
      <div className="admin-bar">
        <Button onClick={onBack}>{t('mig.back')}</Button>
        <h2>{run.fileName}</h2>
        <span role="status">{t(`mig.state.${run.state}`)}</span>
      </div>
      {run.failure ? <Alert type="error" role="alert" title={run.failure} /> : null}
      {act.message ? <Alert type="error" role="alert" title={act.message} /> : null}
      {isBusy && run.state !== 'reading' ? (
        <div className="migration-progress">
          <Progress percent={run.rows ? Math.floor((run.place / run.rows) * 100) : 0} />
          <span>{t('mig.progress', { place: run.place, rows: run.rows ?? 0 })}</span>
        </div>
      ) : null}
      <div className="admin-bar">
        {run.state === 'running' || run.state === 'undoing' || run.state === 'checking' ? (
          <Button onClick={() => now(() => api.call('pauseImport', at))}>{t('mig.pause')}</Button>
        ) : null}
        {run.state === 'paused' ? (
          <Button type="primary" onClick={() => now(() => api.call('continueImport', at))}>
            {t('mig.continue')}
          </Button>
        ) : null}
        {run.report && !isBusy && run.state !== 'undone' ? (
          <Button danger onClick={() => setUndoing(true)}>
            {t('mig.undo')}
          </Button>
        ) : null}
        {!isBegun && !isBusy ? <Button onClick={discard}>{t('mig.discard')}</Button> : null}
      </div>
      {run.undone > 0 || run.state === 'undone' ? (
        <p>{t('mig.undone', { undone: run.undone, kept: run.kept })}</p>
      ) : null}
      {run.report ? <OutcomeTable id={id} outcome={run.report} isDone /> : null}
      {run.found && !isBegun ? (
        <Prepare run={run} found={run.found} disabled={isBusy} onAct={(work) => now(work)} />
      ) : null}
      {undoing ? (
        <ConfirmDialog
          title={t('mig.undoTitle')}
          okText={t('mig.undo')}
          act={async () => {
            put(await api.call('undoImport', at));
            setUndoing(false);
          }}
          onClose={() => setUndoing(false)}
        >
          {t('mig.undoAbout')}
        </ConfirmDialog>
      ) : null}
    </div>
  );
}
