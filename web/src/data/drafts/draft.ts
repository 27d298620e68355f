import { useEffect, useRef, useState } from 'react';
import { api } from '../api.ts';
import { useLive } from '../liveState.ts';
import { personValue } from '../personStore.ts';
import { onKeepAll } from './keepAll.ts';
import { type DraftState, readDraft, writeDraft } from './keptDraft.ts';
import { keepMirror, mirror, ownMirror, removeMirror } from './mirror.ts';
import { setUnsaved } from './unsaved.ts';

const quietMs = 1_000;

/**
 * Keeps what is typed: in this browser at once, on the server one second after the last key. `restore` is called once
 * with the newer of the two. An empty form (null) is not saved, and nothing while it is not known yet which draft it is.
 * `isRead`: what was kept before is known.
 */
export function useDraft<T>(
  key: string | null,
  body: T | null,
  restore: (body: T) => void,
): DraftState & { isRead: boolean; saveNow: () => Promise<void>; drop: () => Promise<void> } {
  const [state, setState] = useState<DraftState>({ savedAt: null, failed: false });
  const [loaded, setLoaded] = useState(false);
  // Whose it is does not change when the session ends under the form.
  const [own] = useState(() => ownMirror());
  const text = body === null ? null : JSON.stringify(body);
  const kept = useRef<string | null>(text);
  const turn = useRef(0);
  const latest = useRef(text);
  latest.current = text;
  const restoring = useRef(restore);
  restoring.current = restore;

  useEffect(() => {
    if (key === null) return;
    let current = true;
    setLoaded(false);
    void readDraft(own, key).then((draft) => {
      if (!current) return;
      // Whoever began to type before the draft arrived keeps what they typed, and the server keeps the other one aside.
      if (draft && latest.current === kept.current) {
        kept.current = JSON.stringify(draft.body);
        restoring.current(draft.body as T);
        // So that the server knows from which one the next is made.
        keepMirror(own, key, draft);
        setState({ savedAt: draft.savedAt, failed: !draft.isOnServer });
        if (!draft.isOnServer) void writeDraft(own, key, kept.current).then(setState);
      }
      setLoaded(true);
    });
    return () => {
      current = false;
      // Whoever leaves within the second has written all the same.
      if (latest.current !== null && latest.current !== kept.current) void writeDraft(own, key, latest.current);
    };
  }, [own, key]);

  useEffect(() => {
    const form = key ?? 'unnamed';
    setUnsaved(form, text !== null);
    return () => setUnsaved(form, false);
  }, [key, text]);

  const saveNow = async () => {
    if (latest.current === null || key === null) return;
    kept.current = latest.current;
    const mine = ++turn.current;
    const done = await writeDraft(own, key, latest.current);
    // What the server did not take is sent again at the next occasion, unless it was sent as what it is meanwhile.
    if (done.failed && mine === turn.current) kept.current = null;
    setState((before) => ({ ...done, isOtherAside: before.isOtherAside || done.isOtherAside }));
  };
  const known = useRef(key);
  known.current = key;
  const saving = useRef(saveNow);
  saving.current = saveNow;

  useEffect(() => {
    if (key === null || !loaded || text === null || text === kept.current) return;
    mirror(own, key, text);
    const timer = setTimeout(() => {
      if (latest.current !== kept.current) void saving.current();
    }, quietMs);
    return () => clearTimeout(timer);
  }, [own, key, text, loaded]);

  // What could only be kept here goes to the server as soon as the line is back.
  const isOnline = useLive((s) => s.state === 'online');
  const { failed } = state;
  useEffect(() => {
    if (isOnline && failed) void saving.current();
  }, [isOnline, failed]);

  // Whoever signs out or turns to another page within that second has written too.
  useEffect(() => {
    const now = async () => {
      if (latest.current === kept.current) return;
      // A tab learns which draft is its own within a moment; what was typed before waits for it.
      for (let i = 0; known.current === null && i < 20; i++) await new Promise((resolve) => setTimeout(resolve, 25));
      await saving.current();
    };
    const whenHidden = () => {
      if (document.visibilityState === 'hidden') void now();
    };
    document.addEventListener('visibilitychange', whenHidden);
    const forget = onKeepAll(now);
    return () => {
      document.removeEventListener('visibilitychange', whenHidden);
      forget();
    };
  }, []);

  // Once the words were sent, neither a save on its way nor the form that closes may bring the draft back.
  useEffect(() => {
    if (key === null) return;
    const forms = settled.current;
    forms.set(key, () => {
      turn.current += 1;
      kept.current = latest.current;
    });
    return () => void forms.delete(key);
  }, [key]);
  return { ...state, isRead: loaded, saveNow, drop: async () => (key === null ? undefined : dropDraft(key, own)) };
}

/** Forms on show, by their draft. */
const settled = personValue(() => new Map<string, () => void>());

/** What was typed has been sent. */
export async function dropDraft(key: string, own = ownMirror()): Promise<void> {
  if (own !== ownMirror()) return;
  settled.current.get(key)?.();
  removeMirror(own, key);
  await api.call('deleteDraft', { params: { key } }).catch(() => null);
}
