import { type KeyboardEvent, useEffect } from 'react';
import { useCommands } from '../../keys/useCommands.ts';
import { isDialogOpen, isTyping, useShortcuts } from '../../ui/shortcuts.ts';
import { clearSelection, selectOnly, selectTo, toggleSelected, useSelection } from '../batch/selection.ts';
import { refreshQueue } from './queue.ts';

type Props = {
  ids: readonly string[];
  selectedId: string | null;
  hasPending: boolean;
  onMove: (index: number, id: string) => void;
};

/** j and k walk, with Shift they take along; x selects, Escape lets go, Ctrl+A takes all on show. Returns the list's own keys. */
export function useQueueKeys({ ids, selectedId, hasPending, onMove }: Props) {
  const isPicking = useSelection((s) => s.ids.size > 0);
  const move = (step: number, isRange: boolean) => {
    const at = selectedId ? ids.indexOf(selectedId) : -1;
    const next = Math.min(ids.length - 1, Math.max(0, at + step));
    const id = ids[next];
    if (!id) return;
    if (isRange) selectTo(ids, selectedId, id);
    onMove(next, id);
  };
  const toggle = () => {
    if (selectedId && ids.includes(selectedId)) toggleSelected(selectedId);
  };
  useCommands({
    next: (event) => move(1, event.shiftKey),
    previous: (event) => move(-1, event.shiftKey),
    select: toggle,
    ...(hasPending ? { news: () => void refreshQueue() } : {}),
  });
  // Listens from the start, before any form does: it must still see what that form's own Escape is about to close.
  useShortcuts(isPicking ? { escape: letGo } : {});
  // Wherever the focus is left, as on the button that printed. In a field the keys mean the field's text.
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (isSelectAll(event) && !isTyping(event.target) && !isDialogOpen()) takeAll(event, ids);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [ids]);
  return (event: KeyboardEvent) => {
    const { key, shiftKey } = event;
    if (!['ArrowDown', 'ArrowUp', 'Enter', ' '].includes(key)) return;
    event.preventDefault();
    if (key === 'Enter') document.getElementById('case')?.focus();
    else if (key === ' ') toggle();
    else move(key === 'ArrowDown' ? 1 : -1, shiftKey);
  };
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'preventDefault'>;
const isSelectAll = ({ key, ctrlKey, metaKey }: Pressed) => (ctrlKey || metaKey) && key.toLowerCase() === 'a';

function takeAll(event: Pressed, ids: readonly string[]): void {
  event.preventDefault();
  selectOnly(ids);
}

/** Escape closes the top thing only: a form or list that is open goes first. */
function letGo(): void {
  if (!document.querySelector('.action-panel, .more-list, .bulk-bar:is(.is-counting, .is-undone, .is-finished)'))
    clearSelection();
}
