/**
 * Copies to the clipboard; whether it did. Pages that came by plain http have no clipboard of the new kind, only the old
 * command that copies what is selected.
 */
export async function copyText(text: string): Promise<boolean> {
  // Typed as always there; it is not.
  if (navigator.clipboard && (await navigator.clipboard.writeText(text).then(yes, no))) return true;
  return copySelected(text);
}

const yes = () => true;
const no = () => false;

function copySelected(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.className = 'visually-hidden';
  // Beside what has the focus: a dialog takes it back from whatever lies outside.
  (before?.parentElement ?? document.body).append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    if (before instanceof HTMLElement) before.focus();
  }
}
