import type { Found, ImportRun } from '@hotline/shared/api/imports';
import type { Reading } from '@hotline/shared/imports/reading';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useT } from '../../text/translate.ts';
import { Field } from '../../ui/Field.tsx';
import { PickSelect } from '../../ui/PickSelect.tsx';
import { Scroll } from './Scroll.tsx';

type Props = { run: ImportRun; found: Found; disabled: boolean; onRead: (reading: Reading) => void };

const encodings = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;
const encodingWords: Record<string, string> = { gb18030: 'GB18030（GBK、GB2312）', big5: 'Big5', 'utf-8': 'UTF-8' };
const delimiters = [',', '\t', ';', '|', '，', '；'] as const;

/** How the file was read, and how it is to be read where that was found wrongly. */
export function ReadingForm({ run, found, disabled, onRead }: Props) {
  const t = useT();
  const [reading, setReading] = useState<Reading>(run.reading);
  const set = (change: Partial<Record<keyof Reading, string | number | undefined>>) => {
    const next = Object.entries({ ...reading, ...change }).filter(([, value]) => value !== undefined);
    setReading(Object.fromEntries(next));
  };
  const between = (delimiter: string) => (delimiter === '\t' ? t('mig.tab') : delimiter);
  const auto = (value: string | null) => t('mig.auto', { value: value ?? '' });
  return (
    <section>
      <h3>{t('mig.reading')}</h3>
      <p>{t('mig.readAs', { rows: found.rows, columns: found.columns.length, header: found.headerRow ?? 0 })}</p>
      <div className="form-row">
        {found.encoding === null ? null : (
          <Field label={t('mig.encoding')}>
            {(wiring) => (
              <PickSelect
                {...wiring}
                value={reading.encoding}
                placeholder={auto(encodingWords[found.encoding ?? ''] ?? found.encoding)}
                options={encodings.map((value) => ({ value, label: encodingWords[value] ?? value.toUpperCase() }))}
                onChange={(encoding) => set({ encoding: encoding ?? undefined })}
              />
            )}
          </Field>
        )}
        {found.delimiter === null ? null : (
          <Field label={t('mig.delimiter')}>
            {(wiring) => (
              <PickSelect
                {...wiring}
                value={reading.delimiter}
                placeholder={auto(between(found.delimiter ?? ''))}
                options={delimiters.map((value) => ({ value, label: between(value) }))}
                onChange={(delimiter) => set({ delimiter: delimiter ?? undefined })}
              />
            )}
          </Field>
        )}
        {found.sheets.length < 2 ? null : (
          <Field label={t('mig.sheet')}>
            {(wiring) => (
              <PickSelect
                {...wiring}
                value={reading.sheet}
                placeholder={auto(found.sheet)}
                options={found.sheets.map((value) => ({ value, label: value }))}
                onChange={(sheet) => set({ sheet: sheet ?? undefined })}
              />
            )}
          </Field>
        )}
        {found.headerRow === null ? null : (
          <Field label={t('mig.headerRow')} className="narrow">
            {(wiring) => (
              <Input
                {...wiring}
                inputMode="numeric"
                placeholder={auto(String(found.headerRow))}
                value={reading.headerRow ?? ''}
                onChange={(e) => set({ headerRow: Number(e.target.value.replace(/\D/g, '')) || undefined })}
              />
            )}
          </Field>
        )}
        <Button disabled={disabled} onClick={() => onRead(reading)}>
          {t('mig.readAgain')}
        </Button>
      </div>
      <Beginning found={found} />
    </section>
  );
}

function Beginning({ found }: { found: Found }) {
  const t = useT();
  return (
    <details>
      <summary>{t('mig.beginning')}</summary>
      <Scroll label={t('mig.beginning')}>
        <table className="plain">
          <tbody>
            {found.beginning.slice(0, 10).map(({ row, cells }) => (
              <tr key={row} aria-current={row === found.headerRow ? 'true' : undefined}>
                <th scope="row">{row}</th>
                {cells.map((cell, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                  <td key={i}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}
