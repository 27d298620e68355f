import type { Answer } from '@hotline/shared/api/client';
import { merged, type PreferenceChange, type Preferences } from '@hotline/shared/people/preferences';
import { api } from './api.ts';
import { keepFor, keptFor } from './personKeys.ts';
import { showPreferences, useSettings, whenChanged } from './settings.ts';
import { hearTabs, tellTabs } from './tabs.ts';

/** The server's answer as this browser last heard it, and what was changed here that the server has not taken yet. */
type Held = Answer<'preferences'> & { pending: PreferenceChange };
const nothing: Held = { version: 0, preferences: {}, pending: {} };
const againMs = 15_000;
const name = 'preferences';

/**
 * The copy in this browser first, then the server's. A change is sent as the fields it names; what could not be sent is
 * sent later, and other tabs follow. Returns how to stop.
 */
export function keepPreferences(personId: string): () => void {
  let held = read(personId);
  let sending = false;
  let stopped = false;
  let again: ReturnType<typeof setTimeout> | undefined;

  const hold = (next: Held) => {
    held = next;
    keepFor(personId, name, JSON.stringify(next));
    showPreferences(merged({ ...ofComputer, ...next.preferences }, next.pending));
    tellTabs('preferences');
  };
  const take = (answer: Answer<'preferences'>, pending: PreferenceChange) =>
    hold({ ...(answer.version >= held.version ? answer : held), pending });
  const send = async () => {
    if (sending || stopped || isEmpty(held.pending)) return;
    sending = true;
    const sent = held.pending;
    const answer = await api.call('changePreferences', { body: { change: sent } }).catch(() => null);
    sending = false;
    if (stopped) return;
    clearTimeout(again);
    if (!answer) {
      again = setTimeout(() => void send(), againMs);
      return;
    }
    take(answer, without(held.pending, sent));
    await send();
  };

  // Of a field that was never chosen the language and size of this computer go on.
  const { lang, textSize } = useSettings.getState();
  const ofComputer: Preferences = { lang, textSize };
  showPreferences(merged({ ...ofComputer, ...held.preferences }, held.pending));
  void api
    .call('preferences', {})
    .then((answer) => (stopped ? undefined : take(answer, held.pending)))
    .catch(() => undefined)
    .then(send);
  whenChanged((change) => {
    hold({ ...held, pending: bothChanges(held.pending, change) });
    void send();
  });
  const deaf = hearTabs('preferences', () => {
    held = read(personId);
    showPreferences(merged({ ...ofComputer, ...held.preferences }, held.pending));
  });
  const online = () => void send();
  window.addEventListener('online', online);
  return () => {
    stopped = true;
    clearTimeout(again);
    deaf();
    window.removeEventListener('online', online);
    whenChanged(() => {});
  };
}

/** Two changes as one: of the same field, or the key of the same command, the later one. */
export function bothChanges(first: PreferenceChange, then: PreferenceChange): PreferenceChange {
  const keys = new Map([...(first.keys ?? []), ...(then.keys ?? [])].map((k) => [k.command, k]));
  return { ...first, ...then, ...(keys.size > 0 ? { keys: [...keys.values()] } : {}) };
}

/** What is left of a change after this much of it was taken; a field changed again meanwhile is still to be sent. */
export function without({ keys = [], ...plain }: PreferenceChange, sent: PreferenceChange): PreferenceChange {
  const left = Object.entries(plain).filter(([field, value]) => sent[field as keyof typeof plain] !== value);
  const taken = new Map((sent.keys ?? []).map((k) => [k.command, k.key]));
  const keysLeft = keys.filter(({ command, key }) => taken.get(command) !== key);
  return { ...Object.fromEntries(left), ...(keysLeft.length > 0 ? { keys: keysLeft } : {}) };
}

const isEmpty = (change: PreferenceChange) => Object.keys(change).length === 0;

function read(personId: string): Held {
  try {
    return { ...nothing, ...(JSON.parse(keptFor(personId, name) ?? '{}') as Partial<Held>) };
  } catch {
    return nothing;
  }
}
