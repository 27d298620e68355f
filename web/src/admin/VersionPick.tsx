import { Select } from 'antd';
import { useCatalog } from '../data/catalog.ts';
import { useT } from '../text/translate.ts';
import { dayAndClock } from '../ui/localTime.ts';

export type Version = { version: number; at: string; by: string; note: string | null };
type Props = { versions: readonly Version[]; value: number; onChange: (version: number) => void };

/** Every version: who made it, when, in which words. */
export function VersionPick({ versions, value, onChange }: Props) {
  const t = useT();
  const offset = useCatalog((s) => s.offsetMinutes);
  const options = versions.map((v, i) => ({
    value: v.version,
    label: [
      t('admin.versionMade', { n: v.version, by: v.by, at: dayAndClock(v.at, offset) }),
      i === 0 ? t('admin.current') : '',
      v.note ?? '',
    ]
      .filter(Boolean)
      .join(' · '),
  }));
  return (
    <Select
      className="version-pick"
      aria-label={t('admin.versions')}
      popupMatchSelectWidth={false}
      value={value}
      options={options}
      onChange={onChange}
    />
  );
}
