import { Refusal } from '@hotline/shared/refusal';

const hourMs = 3_600_000;
const filesPerHour = 30;
const lookupsPerHour = 120;
const wrongCodes = 5;
const lockMs = 15 * 60_000;

/** Quotas of the public routes, per address and per number; held in memory, small and bounded. */
export function openLimits() {
  const counts = new Map<string, { from: number; count: number }>();
  const locked = new Map<string, number>();
  const count = (key: string, nowMs: number, windowMs: number) => {
    if (counts.size > 50_000) counts.clear();
    const known = counts.get(key);
    const entry = known && nowMs - known.from < windowMs && nowMs >= known.from ? known : { from: nowMs, count: 0 };
    entry.count += 1;
    counts.set(key, entry);
    return entry.count;
  };
  return {
    file(ip: string, nowMs: number) {
      if (count(`file ${ip}`, nowMs, hourMs) > filesPerHour)
        throw new Refusal('tooMany', '提交过于频繁，请一小时后再试，或直接拨打 12345。');
    },
    lookup(ip: string, number: string, nowMs: number) {
      if ((locked.get(number) ?? 0) > nowMs) throw new Refusal('tooMany', '查询码连续输错，请 15 分钟后再试。');
      if (count(`lookup ${ip}`, nowMs, hourMs) > lookupsPerHour)
        throw new Refusal('tooMany', '查询过于频繁，请稍后再试。');
    },
    failed(ip: string, number: string, nowMs: number) {
      const failures = count(`wrong ${number}`, nowMs, lockMs);
      if (failures < wrongCodes) return;
      if (locked.size > 50_000) locked.clear();
      locked.set(number, nowMs + lockMs);
      counts.delete(`wrong ${number}`);
      count(`lookup ${ip}`, nowMs, hourMs);
    },
  };
}
