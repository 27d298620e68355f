import type { Found, ImportRun } from '@hotline/shared/api/imports';
import type { Mapping } from '@hotline/shared/imports/mapping';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../data/api.ts';
import { useRead } from '../../data/useRead.ts';
import { useT } from '../../text/translate.ts';
import { MappingForm } from './MappingForm.tsx';
import { OutcomeTable } from './OutcomeTable.tsx';
import { Preview } from './Preview.tsx';
import { ReadingForm } from './ReadingForm.tsx';

type Props = {
  run: ImportRun;
  found: Found;
  disabled: boolean;
  onAct: (work: () => Promise<ImportRun>) => void;
};

/** Everything before the import: how the file is read, what its columns are, how it would come in, and a try. */
export function Prepare({ run, found, disabled, onAct }: Props) {
  const t = useT();
  /** What was changed here and not sent yet; the server’s own until then. */
  const [changed, setChanged] = useState<Mapping | null>(null);
  const mapping = changed ?? run.mapping ?? {};
  const at = { params: { id: run.id } };
  const preview = useRead('previewImport', { ...at, body: { mapping } }, { since: `${run.state} ${found.rows}` });
  return (
    <>
      <ReadingForm
        run={run}
        found={found}
        disabled={disabled}
        onRead={(reading) => {
          setChanged(null);
          onAct(() => api.call('readImport', { ...at, body: reading }));
        }}
      />
      <MappingForm
        found={found}
        mapping={mapping}
        questions={preview.value?.questions ?? run.questions}
        onChange={setChanged}
      />
      <Preview rows={preview.value?.rows ?? []} message={preview.message} />
      <h3>{t('mig.check')}</h3>
      <div className="admin-bar">
        <Button disabled={disabled} onClick={() => onAct(() => api.call('checkImport', { ...at, body: { mapping } }))}>
          {t('mig.tryAll')}
        </Button>
        <Button
          type="primary"
          disabled={disabled}
          onClick={() => onAct(() => api.call('startImport', { ...at, body: { mapping } }))}
        >
          {run.checked ? t('mig.startAnyway', { n: run.checked.imported }) : t('mig.start')}
        </Button>
      </div>
      {run.checked ? <OutcomeTable id={run.id} outcome={run.checked} isDone={false} /> : null}
    </>
  );
}
