/** Notices of the browser, which it shows beside its window. Pages that came by plain http may show none. */

export const mayNotify = (): boolean => 'Notification' in window && Notification.permission === 'granted';

/** Asks the person; whether they may be shown from now on. */
export const askToNotify = async (): Promise<boolean> =>
  'Notification' in window && (await Notification.requestPermission()) === 'granted';

/** Shows one in place of the one before with the same tag, if it may; a click brings the window forward. Returns how to close it. */
export function notify(words: string, tag: string): () => void {
  if (!mayNotify()) return () => undefined;
  const note = new Notification(words, { tag });
  note.onclick = () => window.focus();
  return () => note.close();
}
