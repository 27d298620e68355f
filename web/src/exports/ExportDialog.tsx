import { maxLengthOf, Purpose } from '@hotline/shared/schema';
import { Alert, Button, Input, Progress } from 'antd';
import { useState } from 'react';
import { useCatalog } from '../data/catalog.ts';
import { useT } from '../text/translate.ts';
import { Field } from '../ui/Field.tsx';
import { dayAndClock } from '../ui/localTime.ts';
import { useTextFlaw } from '../ui/useTextFlaw.ts';
import type { useExport } from './exports.ts';

type Props = ReturnType<typeof useExport> & { onStart: (purpose: string) => void; onForget: () => void };

/** Purpose, progress, file: what is typed stays until the export has begun. */
export function ExportDialog({ job, message, onStart, onForget }: Props) {
  const t = useT();
  const flawOf = useTextFlaw();
  const offset = useCatalog((s) => s.offsetMinutes);
  const [purpose, setPurpose] = useState('');
  const [tried, setTried] = useState(false);
  const flaw = flawOf(Purpose, purpose);
  const n = (job?.rows ?? 0).toLocaleString('en-US');
  const again = <Button onClick={onForget}>{t('export.again')}</Button>;
  return (
    <div className="export">
      {message ? <Alert type="error" title={message} /> : null}
      {job?.status === 'running' ? (
        <div role="status">
          <Progress percent={100} status="active" showInfo={false} aria-label={t('export.title')} />
          <p>{t('export.running', { n })}</p>
          <p className="muted">{t('export.leave')}</p>
        </div>
      ) : job?.status === 'ready' && job.download ? (
        <div role="status">
          <p>{t('export.ready', { n, time: dayAndClock(job.expiresAt, offset) })}</p>
          <div className="export-buttons">
            <Button type="primary" href={job.download} download={job.fileName}>
              {t('export.download', { name: job.fileName, size: sizeOf(job.bytes ?? 0) })}
            </Button>
            {again}
          </div>
        </div>
      ) : job ? (
        again
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (!flaw) onStart(purpose.trim());
          }}
        >
          <p>{t('export.about')}</p>
          <Field label={t('export.purpose')} required error={tried ? flaw : undefined}>
            {(wiring) => (
              <Input
                {...wiring}
                autoFocus
                maxLength={maxLengthOf(Purpose)}
                value={purpose}
                onChange={(e) => setPurpose(e.target.value)}
              />
            )}
          </Field>
          <Button type="primary" htmlType="submit">
            {t('export.start')}
          </Button>
        </form>
      )}
    </div>
  );
}

const sizeOf = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
