import type { ImportOutcome, ImportRun } from '@hotline/shared/api/imports';
import { Alert, Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useCatalog } from '../../data/catalog.ts';
import { sendFile } from '../../data/sendFile.ts';
import { useRead } from '../../data/useRead.ts';
import { type Translate, useT } from '../../text/translate.ts';
import { dayAndClock } from '../../ui/localTime.ts';
import { useAct } from '../../ui/useAct.ts';
import { RunView } from './RunView.tsx';
import './migration.css';
import { Scroll } from './Scroll.tsx';

/** 历史数据导入: files of another system, one after the other. */
export function MigrationPage() {
  const t = useT();
  const [open, setOpen] = useState<string | null>(null);
  return open === null ? (
    <>
      <p className="muted">{t('mig.about')}</p>
      <FilePick onSent={(run) => setOpen(run.id)} />
      <Runs onOpen={setOpen} />
    </>
  ) : (
    <RunView id={open} onBack={() => setOpen(null)} />
  );
}

function FilePick({ onSent }: { onSent: (run: ImportRun) => void }) {
  const t = useT();
  const [name, setName] = useState('');
  const { busy, message, run } = useAct();
  const send = (file: File | undefined) => {
    if (!file) return;
    setName(file.name);
    run(async () => onSent(await sendFile<ImportRun>(`/api/imports?fileName=${encodeURIComponent(file.name)}`, file)));
  };
  return (
    <div className="admin-bar">
      <label className="migration-pick">
        <span>{t('mig.choose')}</span>
        <input
          type="file"
          accept=".xlsx,.xls,.xlsb,.ods,.csv,.tsv,.txt,.htm,.html,.xml,.jsonl,.ndjson"
          disabled={busy}
          onChange={(e) => send(e.target.files?.[0])}
        />
      </label>
      <span role="status">{busy ? t('mig.sending', { name }) : null}</span>
      {message ? <Alert type="error" role="alert" title={message} /> : null}
    </div>
  );
}

function Runs({ onOpen }: { onOpen: (id: string) => void }) {
  const t = useT();
  const offset = useCatalog((s) => s.offsetMinutes);
  const { value, message } = useRead('imports', { query: {} }, { everyMs: 5_000 });
  if (message) return <Alert type="error" title={message} />;
  if (!value) return <Skeleton className="late" />;
  return (
    <>
      <h2>{t('mig.runs')}</h2>
      {value.items.length === 0 ? <p className="muted">{t('mig.none')}</p> : null}
      <Scroll label={t('mig.runs')}>
        <table className="plain" hidden={value.items.length === 0}>
          <thead>
            <tr>
              {(['mig.file', 'mig.state', 'mig.result', 'mig.when', 'mig.by', 'mig.show'] as const).map((key) => (
                <th key={key} scope="col">
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {value.items.map((run) => (
              <tr key={run.id}>
                <th scope="row">{run.fileName}</th>
                <td>{t(`mig.state.${run.state}`)}</td>
                <td>{run.report ? resultOf(run.report, t) : null}</td>
                <td className="nowrap">{dayAndClock(run.createdAt, offset)}</td>
                <td>{run.by}</td>
                <td>
                  <Button size="small" aria-label={`${t('mig.show')} ${run.fileName}`} onClick={() => onOpen(run.id)}>
                    {t('mig.show')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}

const resultOf = ({ problems: _, absentColumns: __, ...counts }: ImportOutcome, t: Translate) =>
  t('mig.countsDone', counts);
