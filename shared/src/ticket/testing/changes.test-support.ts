import type { Clock, Move } from '../clocks/clock.ts';
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
    .flatMap(([key, value]) => {
      // A copy of the appeal's.
      if (name === 'ticket' && key === 'promiseClock') return [];
      const old = was[key];
      const moved = clockChange(old, value);
      if (moved) return moved.map((words) => `${name}.${key} ${words}`);
      return [`${name}.${key} ${told(old)} → ${told(value)}`];
    });
};

/** How a clock differs from what it was; its dues, and when what it measures happened, stand beside it. Null: no clock, or another one. */
export function clockChange(was: unknown, is: unknown): string[] | null {
  if (!isClock(is) || !isClock(was) || was.startedAt !== is.startedAt || was.of !== is.of) return null;
  const limits = limitsOf(was) === limitsOf(is) ? [] : [`${limitsOf(was)} → ${limitsOf(is)}`];
  const moves = is.moves.slice(was.moves.length).filter(({ by }) => by !== 'calendar' && by !== 'amendment');
  return [...limits, ...moves.map((move) => `moved by ${moveOf(move)}`)];
}

const isClock = (value: unknown): value is Clock => typeof value === 'object' && value !== null && 'startedAt' in value;
const limitsOf = ({ limits, raised, rule }: Clock) =>
  `${[...limits, ...(raised ? [raised.limit] : [])].map((l) => `${l.amount} ${l.unit}`).join(' and ')}${rule ? ` (${rule.id} ${rule.version})` : ''}`;
const moveOf = ({ by, ...move }: Move) =>
  `${by} ${Object.values(move)
    .filter((value) => value !== null)
    .map((value) => (typeof value === 'object' ? Object.values(value).map(part).join(' ') : told(value)))
    .join(' ')}`;

/** Of a limit, of the dispatch something is counted against, or of the time a clock was taken to stand still. */
const part = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .map(([key, at]) => `${key} ${told(at)}`)
        .join(' ')
    : told(value);

const short = (id: string) => id.replace(/^t1-/, '');
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Instants as the wall clock in Fuzhou shows them, with their weekday. */
export const told = (value: unknown): string => {
  if (isClock(value)) {
    const against = value.before ?? value.notAfter;
    const where = against ? `, ${value.before ? 'before' : 'with'} ${short(against.dispatchId)} ${against.moves}` : '';
    return `[${limitsOf(value)}${where}]`;
  }
  if (typeof value !== 'string') return String(value);
  if (!/^\d{4}-.*Z$/.test(value)) return short(value);
  const local = new Date(Date.parse(value) + 480 * 60_000).toISOString();
  return `${days[new Date(local).getUTCDay()]} ${local.slice(5, 16).replace('T', ' ')}`;
};
