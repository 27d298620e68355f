import { newKey } from '../../data/newKey.ts';
import { hearTabs, tellTabs } from '../../data/tabs.ts';
import type { Contest } from './leadByLock.ts';

/** How long a tab that opens waits for one that leads to say so. */
const answerMs = 300;

/**
 * The tabs tell each other. `mine`: I lead since then, and whoever has led for longer stops. `who`: I have just opened,
 * does anybody lead? `gone`: I led and am closed. A tab that crashes says nothing: the next one worked in leads.
 */
export function leadByWord(lead: (leads: boolean) => void): Contest {
  const me = newKey();
  let since = '';
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const take = () => {
    clearTimeout(waiting);
    // Of two that take it at once the same one wins in every tab.
    since = `${Date.now()} ${me}`;
    lead(true);
    tellTabs('leads', `mine ${since}`);
  };
  const yieldTo = (theirs: string) => {
    clearTimeout(waiting);
    if (since === '' || theirs < since) return;
    since = '';
    lead(false);
  };
  const takeUnlessTaken = (ms: number) => {
    clearTimeout(waiting);
    waiting = setTimeout(take, ms);
  };
  const stopHearing = hearTabs('leads', (word) => {
    if (word.startsWith('mine ')) yieldTo(word.slice('mine '.length));
    else if (word === 'who' && since !== '') tellTabs('leads', `mine ${since}`);
    else if (word === 'gone' && since === '') takeUnlessTaken(Math.random() * answerMs);
  });
  const leave = () => {
    clearTimeout(waiting);
    if (since !== '') tellTabs('leads', 'gone');
    since = '';
  };
  window.addEventListener('pagehide', leave);
  tellTabs('leads', 'who');
  takeUnlessTaken(answerMs);
  return {
    take,
    stop: () => {
      window.removeEventListener('pagehide', leave);
      leave();
      stopHearing();
    },
  };
}
