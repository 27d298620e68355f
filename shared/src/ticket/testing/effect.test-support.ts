import type { Taken } from '../lifecycle.ts';
import { type Case, parts } from '../model/case.ts';
import { clockChange, told } from './changes.test-support.ts';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };
type Input = Readonly<Record<string, unknown>>;
/** Who did it, when, and with which input: what of a change is that is told by its name. */
export type Doing = { readonly at: string; readonly by: string; readonly input: Input };

/**
 * What a verb made of its case, as few lines as tell it whole: a line for each row, rows that changed alike on one line.
 * `now`, `me` and `given` stand for the moment, the actor and what its input said; `∅` for nothing. A row that came from
 * the other ticket tells only what became different on its way.
 */
export function effectOf(before: Case, { case: after, other }: Pick<Taken, 'case' | 'other'>, doing: Doing): string[] {
  const own = linesOf(before, after, null, doing);
  if (!other) return own;
  return [...own, 'and there', ...linesOf(other.before, other.case, before, doing)];
}

function linesOf(before: Case | null, after: Case, from: Case | null, doing: Doing): string[] {
  const byChange = new Map<string, string[]>();
  const tell = (change: string, id: string) => byChange.set(change, [...(byChange.get(change) ?? []), short(id)]);
  const ticket = fieldsOf(before?.ticket ?? null, after.ticket, doing);
  if (ticket.length > 0) tell(ticket.join(', '), before ? 'ticket' : '+ticket');
  for (const part of parts) {
    const rows = after[part] as readonly unknown[] as readonly Row[];
    const old = new Map((before?.[part] as readonly Row[] | undefined)?.map((row) => [row.id, row]));
    const elsewhere = new Map((from?.[part] as readonly Row[] | undefined)?.map((row) => [row.id, row]));
    for (const row of rows) {
      const was = old.get(row.id);
      if (was === row) continue;
      const came = was ?? elsewhere.get(row.id) ?? null;
      const fields = fieldsOf(came, row, doing);
      if (fields.length > 0) tell(fields.join(', '), was ? row.id : `${came ? '→' : '+'}${short(row.id)}`);
    }
    for (const id of old.keys()) if (!rows.some((row) => row.id === id)) tell('gone', id);
  }
  return [...byChange].map(([change, ids]) => `${ids.join(' ')}: ${change}`);
}

const fieldsOf = (before: object | null, after: object, doing: Doing): string[] => {
  const was = (before ?? {}) as Readonly<Record<string, unknown>>;
  return Object.entries(after)
    .filter(
      ([key, value]) => (was[key] ?? null) !== value && !untold.has(key) && !(before === null && key === 'ticketId'),
    )
    .flatMap(([key, value]) => {
      const old = was[key] ?? null;
      // The ticket's is a copy of the appeal's.
      if (key === 'promiseClock' && 'urgeCount' in after) return [];
      const moved = clockChange(old, value);
      if (moved) return moved.map((words) => `${key} ${words}`);
      const now = wordOf(key, value, doing);
      return old === null ? `${key} ${now}` : `${key} ${wordOf('', old, doing)} → ${now}`;
    });
};
const untold = new Set(['id', 'version', 'decidedVersion', 'centreId', 'centrePath']);

function wordOf(key: string, value: unknown, { at, by, input }: Doing): string {
  if (value === null) return '∅';
  if (value === at) return 'now';
  if (value === by) return 'me';
  if (key !== '' && input[key] === value) return 'given';
  const name = Object.keys(input).find((field) => typeof value === 'string' && input[field] === value);
  if (key !== '' && name && !name.endsWith('Id')) return `given ${name}`;
  return told(value);
}

const short = (id: string) => id.replace(/^t1-/, '');

/** The same lines without what differs only in when and which. */
export const shapeOf = (lines: readonly string[]) =>
  lines
    .join('\n')
    .replace(/\b(Sun|Mon|Tue|Wed|Thu|Fri|Sat) [\d-]+ [\d:.]+|\d{4}-\d\d-\d\d/g, 'T')
    .replace(/\b(\w*By|\w+Id|by) [^\s,]+( → [^\s,]+)?/g, '$1 W')
    .replace(/\b(departmentPath) [^\s,]+( → [^\s,]+)?/g, '$1 P')
    .replace(/\b[a-z]\d+\b/g, 'I');
