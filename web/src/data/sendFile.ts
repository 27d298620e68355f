import { Refusal } from '@hotline/shared/refusal';
import { translate } from '../text/translate.ts';
import { currentPerson } from './session.ts';
import { useSettings } from './settings.ts';

/** Sends a file as it is, however long that takes; what the server answers, or its refusal. Given up by `signal`. */
export async function sendFile<T>(url: string, file: Blob, signal?: AbortSignal): Promise<T> {
  const { lang } = useSettings.getState();
  const me = currentPerson()?.id;
  const headers = {
    accept: 'application/json',
    'content-type': 'application/octet-stream',
    ...(me ? { 'x-hotline-person': encodeURIComponent(me) } : {}),
  };
  const answer = await fetch(url, {
    ...{ method: 'POST', credentials: 'same-origin', headers, body: file },
    ...(signal ? { signal } : {}),
  }).catch(() => null);
  if (!answer) throw new Refusal('unavailable', translate(lang, 'refusal.network'));
  if (answer.ok) return answer.json();
  const told: { message?: string } = await answer.json().catch(() => ({}));
  throw new Refusal('invalid', told.message ?? translate(lang, 'refusal.network'));
}
