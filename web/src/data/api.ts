import { apiClient, type Send } from '@hotline/shared/api/client';
import { Refusal } from '@hotline/shared/refusal';
import { translate } from '../text/translate.ts';
import { newKey } from './newKey.ts';
import { whenBack } from './outbox/outbox.ts';
import { forgetAnswered, keyFor, rememberUnanswered } from './outbox/unanswered.ts';
import { routeTable } from './routeTable.ts';
import { useSettings } from './settings.ts';

const timeoutMs = 20_000;
const keyHeader = 'idempotency-key';

/**
 * Bytes over `fetch`. What changes something carries a key, so it may safely go again: it waits for the line to come back.
 * No answer at all becomes a refusal that says what to do, like any other.
 */
const send: Send = async ({ method, url, body, headers }) => {
  const { lang } = useSettings.getState();
  const text = body === undefined ? undefined : JSON.stringify(body);
  const { [keyHeader]: key, ...others } = headers;
  const content = `${method} ${url} ${text}`;
  const ask = () =>
    fetch(url, {
      method,
      credentials: 'same-origin',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        accept: 'application/json',
        'accept-language': lang === 'zh' ? 'zh-CN' : 'en',
        ...(text === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key ? { [keyHeader]: keyFor(content, key) } : {}),
        ...others,
      },
      ...(text === undefined ? {} : { body: text }),
    }).catch(() => null);
  let answer = await ask();
  if (key && !answer) {
    rememberUnanswered(content, keyFor(content, key), Date.now());
    answer = await whenBack(ask);
  }
  if (!answer) throw new Refusal('unavailable', translate(lang, 'refusal.network'));
  if (key) forgetAnswered(content);
  if (answer.status === 401 && !url.startsWith('/api/session')) onSignedOut();
  return { status: answer.status, body: parsed(await answer.text().catch(() => '')) };
};

export const api = apiClient(send, routeTable);

type DemoPerson = { username: string; name: string; role: string };
export type Demo = { demo: boolean; people: DemoPerson[]; password: string };

/** The people of the demo city, offered on the sign-in page; nobody where there is no demo. */
export async function readDemo(): Promise<Demo> {
  const none: Demo = { demo: false, people: [], password: '' };
  const answer = await send({ method: 'GET', url: '/api/demo', body: undefined, headers: {} }).catch(() => null);
  return answer?.status === 200 ? { ...none, ...(answer.body as Partial<Demo>) } : none;
}

let onSignedOut: () => void = () => {};
/** Called whenever an answer says that the session has ended. */
export const whenSignedOut = (listener: () => void) => {
  onSignedOut = listener;
};

/** The sentence for a person; anything that is not a refusal is a fault of ours and says so. */
export const sentenceOf = (error: unknown): string =>
  error instanceof Refusal ? error.message : translate(useSettings.getState().lang, 'refusal.fault');

/** One idempotency key per content: a retry of the same thing repeats the key, anything else gets a new one. */
export function onceKey(): (content: unknown) => string {
  let last: { content: string; key: string } | null = null;
  return (content) => {
    const text = JSON.stringify(content);
    if (last?.content !== text) last = { content: text, key: newKey() };
    return last.key;
  };
}

function parsed(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
