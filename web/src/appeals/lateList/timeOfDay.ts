/**
 * A time of the day as it stands on paper (`0905`, `9:05`, `９：０５`, `9点5分`, `9点半`, `下午3点10分`), as `HH:mm`. Null where
 * it cannot be read: a bare `9` may be the beginning of `0905`, and 24:00 belongs to another day.
 */
export function readTimeOfDay(written: string): string | null {
  const text = written.normalize('NFKC').replace(/\s/g, '');
  const [, half, hours = '', minutes = ''] = withSign.exec(text) ?? withoutSign.exec(text) ?? spoken.exec(text) ?? [];
  if (hours === '') return null;
  const hour = onDay(Number(hours), half);
  const minute = minutes === '半' ? 30 : Number(minutes);
  if (hour === null || hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

const withSign = /^(上午|下午)?(\d{1,2})[:.。;；](\d\d)$/;
const withoutSign = /^(上午|下午)?(\d{1,2})(\d\d)$/;
const spoken = /^(上午|下午)?(\d{1,2})[点时](\d{1,2}(?=分?$)|半)?分?$/;

function onDay(hour: number, half: string | undefined): number | null {
  if (half === '上午') return hour < 12 ? hour : null;
  return half === '下午' && hour < 12 ? hour + 12 : hour;
}
