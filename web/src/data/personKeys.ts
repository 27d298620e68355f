import { computerValue } from './personStore.ts';
import { ownerOf, type Session, useSession } from './session.ts';

/** Everything the console keeps in a browser begins so. */
const ours = 'hotline.';
const ofComputer = `${ours}computer/`;
const prefixOf = (personId: string) => `${ours}person/${encodeURIComponent(personId)}/`;

/** What a person whose session ended had kept: in the memory of this tab until he signs in again or somebody else does. */
const held = computerValue<ReadonlyMap<string, string>>(new Map());

/**
 * What this browser keeps for a person, by a name of its own. Nothing is read or kept for anybody but whose page this is:
 * a form that closes after its person has left writes nowhere.
 */
export function keptFor(personId: string, name: string): string | null {
  const key = prefixOf(personId) + name;
  const place = placeOf(personId);
  if (place === 'memory') return held.current.get(key) ?? null;
  return place === 'browser' ? read(key) : null;
}

/** Null: no longer. */
export function keepFor(personId: string, name: string, text: string | null): void {
  const key = prefixOf(personId) + name;
  const place = placeOf(personId);
  if (place === 'browser') write(key, text);
  if (place !== 'memory') return;
  const next = new Map(held.current);
  if (text === null) next.delete(key);
  else next.set(key, text);
  held.current = next;
}

/** The names of what is kept for a person under `beginning`. */
export const namesFor = (personId: string, beginning: string): readonly string[] =>
  keysIn('localStorage')
    .filter((key) => key.startsWith(prefixOf(personId) + beginning))
    .map((key) => key.slice(prefixOf(personId).length));

/** What belongs to this computer, whoever sits at it. */
export const keptHere = (name: string): string | null => read(ofComputer + name);
/** Null: no longer. */
export const keepHere = (name: string, text: string | null): void => write(ofComputer + name, text);
/** The key as other tabs hear of it. */
export const keyHere = (name: string): string => ofComputer + name;

/** What belongs to this tab, whoever sits at it, also when it is loaded again; never words of a person. */
export const keptInTab = (name: string): string | null => read(ofComputer + name, 'sessionStorage');
export const keepInTab = (name: string, text: string): void => write(ofComputer + name, text, 'sessionStorage');

useSession.subscribe((now, before) => {
  const owner = ownerOf(now);
  if (now.state === 'ended' && before.state === 'in') takeIntoMemory(now.person.id);
  else if (now.state === 'in' && ownerOf(before)?.id !== now.person.id) forgetAllBut(now.person.id);
  else if (now.state === 'in' && before.state === 'ended') giveBack();
  else if (owner === null && ownerOf(before) !== null) forgetAllBut(null);
});

type Place = 'browser' | 'memory' | 'nowhere';
function placeOf(personId: string, session: Session = useSession.getState()): Place {
  if (ownerOf(session)?.id !== personId) return 'nowhere';
  return session.state === 'ended' ? 'memory' : 'browser';
}

function takeIntoMemory(personId: string): void {
  const keys = keysIn('localStorage').filter((key) => key.startsWith(prefixOf(personId)));
  held.current = new Map(keys.map((key) => [key, read(key) ?? '']));
  for (const key of keys) write(key, null);
}

function giveBack(): void {
  for (const [key, text] of held.current) write(key, text);
  held.current = new Map();
}

/** All that anybody else left in this browser, also what an older version of the console wrote. */
function forgetAllBut(personId: string | null): void {
  held.current = new Map();
  const own = personId === null ? null : prefixOf(personId);
  for (const storage of ['localStorage', 'sessionStorage'] as const)
    for (const key of keysIn(storage))
      if (key.startsWith(ours) && !key.startsWith(ofComputer) && !(own && key.startsWith(own)))
        window[storage].removeItem(key);
}

type Storage = 'localStorage' | 'sessionStorage';
function keysIn(storage: Storage): string[] {
  try {
    return Object.keys(window[storage]);
  } catch {
    return [];
  }
}

function read(key: string, storage: Storage = 'localStorage'): string | null {
  try {
    return window[storage].getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, text: string | null, storage: Storage = 'localStorage'): void {
  try {
    if (text === null) window[storage].removeItem(key);
    else window[storage].setItem(key, text);
  } catch {
    // Private windows refuse storage, and a full one takes no more: what is kept then lasts as long as the page.
  }
}
