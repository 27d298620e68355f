import { personStore } from '../personStore.ts';

/** Forms on show in which something was written and not sent. Kept as drafts, and still nobody may put another in their place. */
const useUnsaved = personStore<{ keys: ReadonlySet<string> }>(() => ({ keys: new Set() }));

export const setUnsaved = (key: string, isUnsaved: boolean) =>
  useUnsaved.setState(({ keys }) => {
    if (keys.has(key) === isUnsaved) return {};
    const next = new Set(keys);
    if (isUnsaved) next.add(key);
    else next.delete(key);
    return { keys: next };
  });

/** Something is being written, whether or not its form keeps a draft, or a dialog waits for an answer. */
export function isWriting(): boolean {
  if (useUnsaved.getState().keys.size > 0) return true;
  if (document.querySelector('[aria-modal="true"]:not([style*="display: none"])')) return true;
  return [...document.querySelectorAll<HTMLTextAreaElement>('#page textarea')].some((area) => area.value.trim() !== '');
}
