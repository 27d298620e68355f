import { apiClient, type Send } from '@hotline/shared/api/client';
import { Refusal } from '@hotline/shared/refusal';
import { translate } from '../text/translate.ts';
import { newKey } from './newKey.ts';
import { whenBack } from './outbox/outbox.ts';
import { forgetAnswered, keyFor, rememberUnanswered } from './outbox/unanswered.ts';
import { computerValue, personValue, whenPersonLeaves } from './personStore.ts';
import { routeTable } from './routeTable.ts';
import { currentPerson } from './session.ts';
import { sessionToEnd } from './sessionToEnd.ts';
import { useSettings } from './settings.ts';

const timeoutMs = 20_000;
const keyHeader = 'idempotency-key';
/** Another tab may have signed somebody else in: the server refuses what is asked for one person and would be done as another. */
const personHeader = 'x-hotline-person';

/** Aborted when the person who asks leaves. */
const leaving = personValue(() => new AbortController());
whenPersonLeaves(() => leaving.current.abort());

/**
 * Bytes over `fetch`. What changes something carries a key, so it may safely go again: it waits for the line to come back.
 * No answer at all becomes a refusal that says what to do, like any other. An answer for a person who has left reaches
 * nobody: what waits for it would write it into the stores of whoever came after.
 */
const send: Send<AbortSignal> = async ({ method, url, body, headers, signal }) => {
  const { lang } = useSettings.getState();
  // The session is the computer's: whoever signs out or asks who is here waits for the answer all the same.
  const isOfSession = url.startsWith('/api/session');
  const left = isOfSession ? new AbortController().signal : leaving.current.signal;
  // Whose session is ended is said as well: a sign-out that arrives late would end the next person's.
  const isSignOut = isOfSession && method === 'DELETE';
  const me = isSignOut ? sessionToEnd.read() : isOfSession ? null : currentPerson()?.id;
  const text = body === undefined ? undefined : JSON.stringify(body);
  const { [keyHeader]: key, ...others } = headers;
  const content = `${method} ${url} ${text}`;
  const ask = () =>
    fetchWithin(url, [left, signal], {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        'accept-language': lang === 'zh' ? 'zh-CN' : 'en',
        ...(me ? { [personHeader]: encodeURIComponent(me) } : {}),
        ...(text === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key ? { [keyHeader]: keyFor(content, key) } : {}),
        ...others,
      },
      ...(text === undefined ? {} : { body: text }),
    });
  let answer = await ask();
  if (left.aborted) return forNobody;
  if (key && !answer) {
    rememberUnanswered(content, keyFor(content, key), Date.now());
    answer = await whenBack(ask);
    if (left.aborted) return forNobody;
  }
  if (!answer) throw new Refusal('unavailable', translate(lang, 'refusal.network'));
  if (key) forgetAnswered(content);
  if (answer.status === 401 && !isOfSession) signedOut.current();
  if ((answer.status === 403 || answer.status === 404) && method !== 'GET')
    for (const listener of denied) listener(url);
  return { status: answer.status, body: answer.body };
};

export const api = apiClient(send, routeTable);

type DemoPerson = { username: string; name: string; role: string };
export type Demo = { demo: boolean; people: DemoPerson[]; password: string };

const demo = computerValue<Promise<Demo> | null>(null);

/** The people of the demo city, offered on the sign-in page; nobody where there is no demo. Asked once a page. */
export function readDemo(): Promise<Demo> {
  const none: Demo = { demo: false, people: [], password: '' };
  const read = (answer: unknown): Demo => ({ ...none, ...(answer as Partial<Demo>) });
  demo.current ??= askDemo('GET', '/api/demo').then(read, () => {
    demo.current = null;
    return none;
  });
  return demo.current;
}

/** Routes that exist where there is a demo, and are no part of the contract. @throws Refusal with a sentence for the person */
export async function askDemo(method: 'GET' | 'POST', url: string, body?: object): Promise<unknown> {
  const answer = await send({ method, url, body, headers: {} });
  const { message = '' } = (answer.body ?? {}) as { message?: string };
  if (answer.status >= 400) throw new Refusal('unavailable', message);
  return answer.body;
}

const signedOut = computerValue<() => void>(() => undefined);
const { current: denied } = computerValue(new Set<(url: string) => void>());

/** Called whenever an answer says that the session has ended. */
export const whenSignedOut = (listener: () => void) => {
  signedOut.current = listener;
};

/**
 * Called with the address of a change that was refused as not allowed or not there: what is on show of it is asked again.
 * Returns how to stop.
 */
export function whenDenied(listener: (url: string) => void): () => void {
  denied.add(listener);
  return () => denied.delete(listener);
}

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

/** Waits for good, and holds nothing that would have to be freed. */
const forNobody = new Promise<never>(() => undefined);

/** Null: no answer in time, or nobody wants it any more. The body is read within the same time. */
async function fetchWithin(url: string, signals: readonly (AbortSignal | undefined)[], init: RequestInit) {
  const stop = new AbortController();
  const abort = () => stop.abort();
  const timer = setTimeout(abort, timeoutMs);
  for (const signal of signals) {
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort);
  }
  try {
    const answer = await fetch(url, { ...init, signal: stop.signal });
    return { status: answer.status, body: parsed(await answer.text().catch(() => '')) };
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
    for (const signal of signals) signal?.removeEventListener('abort', abort);
  }
}

function parsed(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
