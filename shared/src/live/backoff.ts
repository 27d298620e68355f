/** How long to wait before attempt n (0 = the first after a break, at once): 1 s doubling to 30 s, full jitter. */
export function backoffMs(attempt: number, random01: number): number {
  if (attempt <= 0) return 0;
  return Math.round(random01 * Math.min(30_000, 1_000 * 2 ** (attempt - 1)));
}
