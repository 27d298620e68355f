import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useT } from '../text/translate.ts';
import { Kbd } from './Kbd.tsx';
import './listBox.css';
import { isComposing } from './shortcuts.ts';

export type ListEntry = {
  id: string;
  label: string;
  /** More of it, smaller. */
  hint?: string | null;
  tail?: string | null;
  keyText?: string;
  /** Why it cannot be done now; it is shown, and does nothing. */
  why?: string | null;
  onChoose: () => void;
};
export type ListGroup = { id: string; label: string; entries: readonly ListEntry[] };
type Props = {
  title: string;
  placeholder: string;
  hint: string;
  typed: string;
  onType: (typed: string) => void;
  groups: readonly ListGroup[];
  note?: ReactNode;
  onClose: () => void;
};

/**
 * A field and a list under it, above the page: arrows move, Enter does, Escape leaves. While an input method composes no
 * key is ours. What is chosen stays chosen while more arrives below it.
 */
export function ListBox({ title, placeholder, hint, typed, onType, groups, note, onClose }: Props) {
  const t = useT();
  const id = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const shown = groups.filter((g) => g.entries.length > 0);
  const entries = shown.flatMap((g) => g.entries);
  const at = Math.max(
    0,
    entries.findIndex((e) => e.id === chosen),
  );
  const active = entries[at];
  const optionId = (entry: ListEntry) => `${id}-${entry.id}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another one is chosen
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' });
  }, [active?.id]);

  const choose = (entry: ListEntry | undefined) => {
    if (entry && !entry.why) entry.onChoose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    const move = moves[event.key];
    if (move) setChosen(entries[move(at, entries.length)]?.id ?? null);
    else if (event.key === 'Enter') choose(active);
    else if (event.key === 'Escape') onClose();
    else if (event.key !== 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
  };
  return createPortal(
    // biome-ignore lint/a11y/noStaticElementInteractions: a click beside the list closes it, as Escape does
    <div
      className="list-box-back"
      onMouseDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className="list-box" role="dialog" aria-modal="true" aria-label={title}>
        <input
          // biome-ignore lint/a11y/noAutofocus: the list was asked for in order to type in it
          autoFocus
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={active ? optionId(active) : undefined}
          aria-label={title}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            onType(event.target.value);
            setChosen(null);
          }}
          onKeyDown={onKeyDown}
        />
        <div className="list-box-list" id={`${id}-list`} role="listbox" aria-label={title} ref={list} tabIndex={-1}>
          {shown.map((group) => (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a listbox
            <div key={group.id} role="group" aria-labelledby={`${id}-g-${group.id}`}>
              <div className="list-box-group" id={`${id}-g-${group.id}`}>
                {group.label}
              </div>
              {group.entries.map((entry) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
                // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
                <div
                  key={entry.id}
                  id={optionId(entry)}
                  role="option"
                  className="list-box-option"
                  aria-selected={entry === active}
                  aria-disabled={entry.why ? true : undefined}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => choose(entry)}
                >
                  <span className="list-box-label">{entry.label}</span>
                  {entry.why ? (
                    <span className="list-box-why">{entry.why}</span>
                  ) : entry.hint ? (
                    <span className="list-box-hint">{entry.hint}</span>
                  ) : null}
                  {entry.tail ? <span className="list-box-tail">{entry.tail}</span> : null}
                  {entry.keyText ? <Kbd>{entry.keyText}</Kbd> : null}
                </div>
              ))}
            </div>
          ))}
        </div>
        <p className="list-box-foot">
          <span role="status">{note ?? t('palette.count', { n: entries.length })}</span>
          <span aria-hidden="true">{hint}</span>
        </p>
      </div>
    </div>,
    document.body,
  );
}

const moves: Record<string, (at: number, n: number) => number> = {
  ArrowDown: (at, n) => (n === 0 ? 0 : (at + 1) % n),
  ArrowUp: (at, n) => (n === 0 ? 0 : (at - 1 + n) % n),
  PageDown: (at, n) => Math.min(n - 1, at + 8),
  PageUp: (at) => Math.max(0, at - 8),
};
