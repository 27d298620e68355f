import { personStore } from '../../data/personStore.ts';
import { leadByLock } from './leadByLock.ts';
import { leadByWord } from './leadByWord.ts';

/** Whether this tab is the one of the agent's tabs that rings and opens forms: the one last worked in. */
export const useLeader = personStore<{ leads: boolean }>(() => ({ leads: false }));

/** That somebody works in this tab. */
const signs = ['focus', 'pointerdown', 'keydown'] as const;

/** Takes part in the choice of the leading tab; returns how to stop. */
export function standForLeader(): () => void {
  const lead = (leads: boolean) => useLeader.setState({ leads });
  // Pages that came by plain http have no locks: the tabs tell each other.
  const locks = navigator.locks as LockManager | undefined;
  const contest = locks ? leadByLock(locks, lead) : leadByWord(lead);
  const take = () => {
    if (!useLeader.getState().leads) contest.take();
  };
  if (document.hasFocus()) take();
  for (const sign of signs) window.addEventListener(sign, take, true);
  return () => {
    for (const sign of signs) window.removeEventListener(sign, take, true);
    contest.stop();
    lead(false);
  };
}
