import { create, type StoreApi, type UseBoundStore } from 'zustand';

type Kind = 'person' | 'computer';
type Known = { kind: Kind; store: StoreApi<object>; initial: () => object };

/** Every store of the console. What makes a store writes itself in, so nothing is emptied by a list kept by hand. */
const known: Known[] = [];
const values: (() => void)[] = [];
const stops: (() => void)[] = [];

/** State of the signed-in person. It is as new when another person, or nobody, is at this page. */
export const personStore = <T extends object>(initial: () => T) => made('person', initial);

/** State of this page or computer, which no person leaves behind: its language, its line, the session itself. */
export const computerStore = <T extends object>(initial: () => T) => made('computer', initial);

/** As `personStore`, for what no component shows: timers, caches, what is under way. */
export function personValue<T>(initial: () => T): { current: T } {
  const value = { current: initial() };
  values.push(() => {
    value.current = initial();
  });
  return value;
}

/** As `personValue`, for what belongs to the computer. */
export const computerValue = <T>(current: T): { current: T } => ({ current });

/** What runs for a person (a socket, a timer, a request) says how it is ended; called before the stores are emptied. */
export const whenPersonLeaves = (stop: () => void): void => void stops.push(stop);

/** Nothing of the person who was here is left in this page's memory. Called by the session alone. */
export function emptyPersonStores(): void {
  for (const stop of stops) stop();
  for (const empty of values) empty();
  for (const { kind, store, initial } of known) if (kind === 'person') store.setState(initial(), true);
}

/** For the proof that no store is forgotten. */
export const storesOf = (kind: Kind): readonly Known[] => known.filter((one) => one.kind === kind);

function made<T extends object>(kind: Kind, initial: () => T): UseBoundStore<StoreApi<T>> {
  const store = create<T>(initial);
  // A store is emptied by what made it, so its own type is not needed to empty it.
  known.push({ kind, store: store as unknown as StoreApi<object>, initial });
  return store;
}
