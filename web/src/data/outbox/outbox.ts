import { onBack } from '../liveState.ts';
import { personStore } from '../personStore.ts';

/** One request that changes something and got no answer: it may have arrived or not, so it goes again under the same key. */
type Waiting = { sinceMs: number; again: () => void; giveUp: () => void };

/** What waits for the line to come back; each is sent again until there is an answer or the person would rather not wait. */
export const useOutbox = personStore<{ waiting: readonly Waiting[] }>(() => ({ waiting: [] }));

const lookEveryMs = 3_000;

/** Asks again whenever the line may be back. Null: given up, with everything typed still in the form. */
export async function whenBack<Answer>(ask: () => Promise<Answer | null>): Promise<Answer | null> {
  let isGivenUp = false;
  let wake: () => void = () => undefined;
  const one: Waiting = {
    sinceMs: Date.now(),
    again: () => wake(),
    giveUp: () => {
      isGivenUp = true;
      wake();
    },
  };
  useOutbox.setState(({ waiting }) => ({ waiting: [...waiting, one] }));
  try {
    for (;;) {
      await new Promise<void>((resolve) => {
        wake = () => {
          clearTimeout(timer);
          stop();
          resolve();
        };
        const timer = setTimeout(() => wake(), lookEveryMs);
        const stop = onBack(() => wake());
      });
      if (isGivenUp) return null;
      const answer = await ask();
      if (answer || isGivenUp) return answer;
    }
  } finally {
    useOutbox.setState(({ waiting }) => ({ waiting: waiting.filter((w) => w !== one) }));
  }
}

/** Each is tried once more at once. */
export const sendNow = () => {
  for (const { again } of useOutbox.getState().waiting) again();
};

export const giveUpAll = () => {
  for (const { giveUp } of useOutbox.getState().waiting) giveUp();
};
