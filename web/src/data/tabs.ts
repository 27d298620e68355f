import { newKey } from './newKey.ts';
import { keepHere, keyHere } from './personKeys.ts';

/** What one tab of a browser tells the others. `session`: who signed in, or that nobody is; `draft`: which it holds. */
type Topic = 'seat' | 'preferences' | 'session' | 'leads' | 'draft';
type Told = { topic: Topic; about: string; from: string };
const name = 'tabs';
const channelName = 'hotline.tabs';
/** A channel hears what another channel of the same page says. */
const me = newKey();

/** Browsers without broadcast channels hear of it by what is written to the storage they share. */
export function tellTabs(topic: Topic, about = ''): void {
  const told: Told = { topic, about, from: me };
  if (!hasChannels()) {
    keepHere(name, JSON.stringify({ ...told, at: performance.now() }));
    keepHere(name, null);
    return;
  }
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(told);
  channel.close();
}

/** Returns how to stop. */
export function hearTabs(topic: Topic, listener: (about: string) => void): () => void {
  const hear = (told: Told | null) => {
    if (told?.topic === topic && told.from !== me) listener(told.about);
  };
  if (!hasChannels()) {
    const stored = ({ key, newValue }: StorageEvent) => {
      if (key === keyHere(name) && newValue) hear(JSON.parse(newValue) as Told);
    };
    window.addEventListener('storage', stored);
    return () => window.removeEventListener('storage', stored);
  }
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }) => hear(data as Told);
  return () => channel.close();
}

const hasChannels = () => typeof BroadcastChannel !== 'undefined';
