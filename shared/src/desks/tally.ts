import type { Instant } from '../time/instant.ts';
import type { DeskPlaces } from './work.ts';

/** How many wait at the desks of one scope, kept up to date ticket by ticket. */
export type Tally = {
  /** The places a ticket takes from now on; null: none. Saying the same twice changes nothing. */
  put(ticketId: string, places: DeskPlaces | null): void;
  /** The counts at this instant; no key where nothing waits, but `overdue` always. */
  counts(now: Instant): Record<string, number>;
  /** From when on the counts are others though nothing was put; null: never. */
  nextAt(): Instant | null;
};

/** Dues move without a change, so they are kept by their instant and not as a count. */
export function openTally(): Tally {
  const places = new Map<string, DeskPlaces>();
  const byKey = new Map<string, number>();
  const tickets = openDues();
  const orders = openDues();

  const add = ({ keys, dueAt, orderDues }: DeskPlaces, by: 1 | -1) => {
    for (const key of keys) count(byKey, key, by);
    if (dueAt !== null) tickets.add(dueAt, by);
    for (const due of orderDues) orders.add(due, by);
  };
  return {
    put(ticketId, next) {
      const before = places.get(ticketId);
      if (before) add(before, -1);
      if (next === null) places.delete(ticketId);
      else {
        places.set(ticketId, next);
        add(next, 1);
      }
    },
    counts(now) {
      const overdue = orders.until(now);
      const open = orders.all() - overdue;
      return {
        ...Object.fromEntries(byKey),
        overdue: tickets.until(now),
        ...(open > 0 ? { 'order.open': open } : {}),
        ...(overdue > 0 ? { 'order.overdue': overdue } : {}),
      };
    },
    nextAt() {
      const [a, b] = [tickets.next(), orders.next()];
      return a === null || (b !== null && b < a) ? b : a;
    },
  };
}

function count<K>(counts: Map<K, number>, key: K, by: number): void {
  const n = (counts.get(key) ?? 0) + by;
  if (n === 0) counts.delete(key);
  else counts.set(key, n);
}

/** Many dues, of which most lie close together: those passed are counted once, those ahead by their instant. */
function openDues() {
  const ahead = new Map<Instant, number>();
  const passed = new Map<Instant, number>();
  let [nAhead, nPassed] = [0, 0];
  let now: Instant = '';
  let next: Instant | null = null;

  const goTo = (then: Instant) => {
    if (then < now) {
      // Only a test's clock goes back.
      for (const [due, n] of passed) if (due > then) move(passed, ahead, due, n);
    } else if (next !== null && next <= then)
      for (const [due, n] of ahead) if (due <= then) move(ahead, passed, due, n);
    now = then;
    next = earliest(ahead);
  };
  const move = (from: Map<Instant, number>, to: Map<Instant, number>, due: Instant, n: number) => {
    from.delete(due);
    to.set(due, n);
    const by = to === passed ? n : -n;
    nPassed += by;
    nAhead -= by;
  };
  return {
    add(due: Instant, by: 1 | -1) {
      if (due <= now) {
        count(passed, due, by);
        nPassed += by;
        return;
      }
      count(ahead, due, by);
      nAhead += by;
      if (by > 0) next = next === null || due < next ? due : next;
      else if (due === next && !ahead.has(due)) next = earliest(ahead);
    },
    /** How many have come by then. */
    until(then: Instant) {
      if (then < now || (next !== null && next <= then)) goTo(then);
      return nPassed;
    },
    all: () => nAhead + nPassed,
    next: () => next,
  };
}

function earliest(dues: ReadonlyMap<Instant, number>): Instant | null {
  let first: Instant | null = null;
  for (const due of dues.keys()) if (first === null || due < first) first = due;
  return first;
}
