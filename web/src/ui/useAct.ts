import { useState } from 'react';
import { sentenceOf } from '../data/api.ts';

/** Something a button does: busy while it runs, and the sentence when it was refused. What was typed stays. */
export function useAct() {
  const [busy, setBusy] = useState(false);
  const [message, setMessage] = useState<string | null>(null);
  const run = async (act: () => Promise<void>) => {
    setBusy(true);
    setMessage(null);
    try {
      await act();
    } catch (error) {
      setMessage(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return { busy, message, run: (act: () => Promise<void>) => void run(act), clear: () => setMessage(null) };
}
