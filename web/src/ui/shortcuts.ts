import { useEffect, useRef } from 'react';

export type Shortcuts = Record<string, (event: KeyboardEvent) => void>;

/**
 * Keys of a page: `j`, `?`, `ctrl+enter`, `alt+1`. Plain keys are silent while something is being typed or composed (IME),
 * and while a dialog is open. Keys with Ctrl or Alt and F keys are taken before a field sees them; Escape leaves an open list
 * to itself.
 */
export function useShortcuts(shortcuts: Shortcuts, active = true): void {
  const current = useRef(shortcuts);
  current.current = shortcuts;
  useEffect(() => {
    if (!active) return;
    const listen = (event: KeyboardEvent) => {
      if (isComposing(event)) return;
      const modified = event.ctrlKey || event.metaKey;
      const isPlain = !modified && !event.altKey && event.key !== 'Escape' && !isFunctionKey(event.key);
      if (isPlain && isTyping(event.target)) return;
      if (event.key === 'Escape' && document.querySelector('.ant-select-open')) return;
      if (document.querySelector('[aria-modal="true"]:not([style*="display: none"])')) return;
      // With Alt some keyboards write another character: the key itself counts.
      const key = event.altKey ? event.code.replace(/^Digit/, '') : event.key;
      const name = `${modified ? 'ctrl+' : ''}${event.altKey ? 'alt+' : ''}${key.toLowerCase()}`;
      const action = current.current[name];
      if (!action) return;
      event.preventDefault();
      event.stopPropagation();
      action(event);
    };
    document.addEventListener('keydown', listen, true);
    return () => document.removeEventListener('keydown', listen, true);
  }, [active]);
}

/** An input method is still choosing characters: no key means what it says. */
export const isComposing = (event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>) =>
  event.isComposing || event.keyCode === 229;

const isFunctionKey = (key: string) => /^F\d+$/.test(key);
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest('input:not([type="radio"]), textarea, select, [contenteditable]') !== null;
