import type { Filled } from '@hotline/shared/phrases/fill';

export type LongField = HTMLTextAreaElement;

/** The long text field the person is in; null: none. */
export const fieldInUse = (): LongField | null => {
  const field = document.activeElement;
  return field instanceof HTMLTextAreaElement && !field.readOnly && !field.disabled ? field : null;
};

/**
 * Puts the words where the cursor stands and selects the first gap. As if typed, so that the form hears of it and Ctrl+Z
 * takes it back.
 */
export function insertInto(field: LongField, { text, from, to }: Filled): void {
  field.focus();
  const start = field.selectionStart;
  if (!document.execCommand?.('insertText', false, text)) putIn(field, text);
  field.setSelectionRange(start + from, start + to);
}

/** Where the browser has no command for it: the field's own setter, and the event React listens to. */
function putIn(field: LongField, text: string): void {
  const { selectionStart, selectionEnd, value } = field;
  const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
  set?.call(field, value.slice(0, selectionStart) + text + value.slice(selectionEnd));
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
