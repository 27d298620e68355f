import { useEffect, useRef } from 'react';
import { useSettings } from '../data/settings.ts';
import { isLetterKey, keyName } from '../keys/keyNames.ts';

export type Shortcuts = Record<string, (event: KeyboardEvent) => void>;

/**
 * Keys of a page: `j`, `?`, `ctrl+enter`, `alt+1`. Plain keys are silent while something is being typed or composed (IME),
 * while a dialog is open, and where the person switched them off. Keys with Ctrl or Alt and F keys are taken before a
 * field sees them; Escape leaves an open list to itself. Commands with a name of their own use keys/useCommands.ts.
 */
export function useShortcuts(shortcuts: Shortcuts, active = true): void {
  const current = useRef(shortcuts);
  current.current = shortcuts;
  useEffect(() => {
    if (!active) return;
    const listen = (event: KeyboardEvent) => {
      if (isComposing(event)) return;
      const name = keyName(event);
      if (name === null) return;
      const isPlain = !/^(ctrl|alt)\+/.test(name) && name !== 'escape' && !isFunctionKey(event.key);
      if (isPlain && (isTyping(event.target) || (isLetterKey(name) && !useSettings.getState().letterKeys))) return;
      if (event.key === 'Escape' && document.querySelector('.ant-select-open')) return;
      if (isDialogOpen()) return;
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
export const isDialogOpen = () => document.querySelector('[aria-modal="true"]:not([style*="display: none"])') !== null;
export const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest('input:not([type="radio"]), textarea, select, [contenteditable]') !== null;
