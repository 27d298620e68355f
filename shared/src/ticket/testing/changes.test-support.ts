import type { Case } from '../model/case.ts';

/** What differs between two states of a case, a line for each field, as a reader of the file would tell it. */
export function changes(before: Case | null, after: Case): string[] {
  const lines = before ? fields('ticket', before.ticket, after.ticket) : [`+ ${row(after.ticket)}`];
  for (const [part, rows] of Object.entries(after) as [string, readonly Row[]][]) {
    if (part === 'ticket') continue;
    const old = new Map(((before?.[part as 'notes'] ?? []) as readonly Row[]).map((r) => [r.id, r]));
    for (const r of rows) {
      const was = old.get(r.id);
      if (was === r) continue;
      lines.push(...(was ? fields(short(r.id), was, r) : [`+ ${part} ${row(r)}`]));
    }
    for (const id of old.keys()) if (!rows.some((r) => r.id === id)) lines.push(`- ${part} ${short(id)}`);
  }
  return lines;
}

type Row = { readonly id: string };

const row = (r: object): string =>
  Object.entries(r)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key} ${told(value)}`)
    .join(', ');

const fields = (name: string, before: object, after: object): string[] => {
  const was = before as Record<string, unknown>;
  return Object.entries(after)
    .filter(([key, value]) => was[key] !== value && key !== 'version' && key !== 'decidedVersion')
    .map(([key, value]) => `${name}.${key} ${told(was[key])} → ${told(value)}`);
};

const short = (id: string) => id.replace(/^t1-/, '');
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Instants as the wall clock in Fuzhou shows them, with their weekday. */
export const told = (value: unknown): string => {
  if (typeof value !== 'string') return String(value);
  if (!/^\d{4}-.*Z$/.test(value)) return short(value);
  const local = new Date(Date.parse(value) + 480 * 60_000).toISOString();
  return `${days[new Date(local).getUTCDay()]} ${local.slice(5, 16).replace('T', ' ')}`;
};
