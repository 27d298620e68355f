import { matchOf } from '@hotline/shared/search/pinyin';
import { type Entry, type PaletteGroup, paletteGroups } from './entry.ts';

const mostInGroup = 6;
const mostRecent = 5;
/** Too many to be listed before somebody types; departments are found, not browsed. */
const shownUntyped: readonly PaletteGroup[] = ['act', 'go'];

/** What the palette lists, by groups; `recent` are the ids last used, the newest first. */
export type Found = { group: PaletteGroup | 'recent'; entries: Entry[] }[];

export function foundIn(entries: readonly Entry[], typed: string, recent: readonly string[]): Found {
  return typed.trim() === '' ? untyped(entries, recent) : byWords(entries, typed, recent);
}

function untyped(entries: readonly Entry[], recent: readonly string[]): Found {
  const known = new Map(entries.map((e) => [e.id, e]));
  const last = recent.flatMap((id) => known.get(id) ?? []).slice(0, mostRecent);
  const rest = shownUntyped.map((group) => ({
    group,
    entries: entries.filter((e) => e.group === group && !last.includes(e)),
  }));
  return [{ group: 'recent' as const, entries: last }, ...rest].filter((g) => g.entries.length > 0);
}

/** The group with the best match first; of two alike, the one used last. */
function byWords(entries: readonly Entry[], typed: string, recent: readonly string[]): Found {
  const scored = entries.flatMap((entry) => {
    const names = [entry.label, ...(entry.alias ? [entry.alias] : [])];
    const scores = names.flatMap((name) => matchOf(typed, name) ?? []);
    if (scores.length === 0) return [];
    // What the ticket in view offers before what is elsewhere.
    const rank = entry.group === 'act' ? 0 : 1;
    const used = recent.indexOf(entry.id);
    return [{ entry, score: Math.min(...scores) + (entry.why ? 3 : 0), rank, used: used < 0 ? recent.length : used }];
  });
  const ordered = scored.toSorted((a, b) => a.score - b.score || a.rank - b.rank || a.used - b.used);
  const first = (group: PaletteGroup) => ordered.findIndex((s) => s.entry.group === group);
  return paletteGroups
    .filter((group) => first(group) >= 0)
    .toSorted((a, b) => first(a) - first(b))
    .map((group) => ({
      group,
      entries: ordered
        .filter((s) => s.entry.group === group)
        .slice(0, mostInGroup)
        .map((s) => s.entry),
    }));
}
