import { useEffect, useRef, useState } from 'react';
import { api } from '../api.ts';
import { useLive } from '../stores/live.ts';
import { currentPerson } from '../stores/session.ts';
import { setUnsaved } from './unsaved.ts';

const quietMs = 1_000;
/** Several people share one computer over the day: each sees only their own. */
const mirrorKey = (key: string) => `hotline.draft.${currentPerson()?.id ?? ''}.${key}`;
type Mirror = { body: unknown; savedAt: string };

export type DraftState = { savedAt: string | null; failed: boolean };

/**
 * Keeps what is typed: in this browser at once, on the server one second after the last key. `restore` is called once
 * with the newer of the two. An empty form (null) is not saved.
 */
export function useDraft<T>(
  key: string,
  body: T | null,
  restore: (body: T) => void,
): DraftState & { saveNow: () => Promise<void>; drop: () => Promise<void> } {
  const [state, setState] = useState<DraftState>({ savedAt: null, failed: false });
  const [loaded, setLoaded] = useState(false);
  const text = body === null ? null : JSON.stringify(body);
  const kept = useRef<string | null>(text);
  const latest = useRef(text);
  latest.current = text;
  const restoring = useRef(restore);
  restoring.current = restore;

  useEffect(() => {
    let current = true;
    setLoaded(false);
    void readDraft(key).then((draft) => {
      if (!current) return;
      // Whoever began to type before the draft arrived keeps what they typed.
      if (draft && latest.current === kept.current) {
        kept.current = JSON.stringify(draft.body);
        restoring.current(draft.body as T);
        setState({ savedAt: draft.savedAt, failed: false });
      }
      setLoaded(true);
    });
    return () => {
      current = false;
      // Whoever leaves within the second has written all the same.
      if (latest.current !== null && latest.current !== kept.current) void writeDraft(key, latest.current);
    };
  }, [key]);

  useEffect(() => {
    setUnsaved(key, text !== null);
    return () => setUnsaved(key, false);
  }, [key, text]);

  const saveNow = async () => {
    if (latest.current === null) return;
    kept.current = latest.current;
    setState(await writeDraft(key, latest.current));
  };
  const saving = useRef(saveNow);
  saving.current = saveNow;

  useEffect(() => {
    if (!loaded || text === null || text === kept.current) return;
    mirror(key, text);
    const timer = setTimeout(() => {
      if (latest.current !== kept.current) void saving.current();
    }, quietMs);
    return () => clearTimeout(timer);
  }, [key, text, loaded]);

  // What could only be kept here goes to the server as soon as the line is back.
  const isOnline = useLive((s) => s.state === 'online');
  const { failed } = state;
  useEffect(() => {
    if (isOnline && failed) void saving.current();
  }, [isOnline, failed]);

  /** What was typed has been sent: a save still on its way must not bring it back. */
  const drop = () => {
    kept.current = latest.current;
    return dropDraft(key);
  };
  return { ...state, saveNow, drop };
}

export async function dropDraft(key: string): Promise<void> {
  removeMirror(key);
  await api.call('deleteDraft', { params: { key } }).catch(() => null);
}

async function readDraft(key: string): Promise<Mirror | null> {
  const here = readMirror(key);
  const there = await api.call('getDraft', { params: { key } }).catch(() => null);
  if (!there) return here;
  return here && here.savedAt > there.savedAt ? here : { body: there.body, savedAt: there.savedAt };
}

async function writeDraft(key: string, text: string): Promise<DraftState> {
  const savedAt = mirror(key, text);
  const answer = await api.call('putDraft', { params: { key }, body: { body: JSON.parse(text) } }).catch(() => null);
  return answer ? { savedAt: answer.savedAt, failed: false } : { savedAt, failed: true };
}

function mirror(key: string, text: string): string {
  const savedAt = new Date().toISOString();
  try {
    localStorage.setItem(mirrorKey(key), `{"savedAt":"${savedAt}","body":${text}}`);
  } catch {
    // Storage full or refused: the server's copy is then the only one.
  }
  return savedAt;
}

function readMirror(key: string): Mirror | null {
  try {
    return JSON.parse(localStorage.getItem(mirrorKey(key)) ?? 'null') as Mirror | null;
  } catch {
    return null;
  }
}

function removeMirror(key: string): void {
  try {
    localStorage.removeItem(mirrorKey(key));
  } catch {
    // Nothing was kept, then.
  }
}
