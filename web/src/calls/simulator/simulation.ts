import { Refusal } from '@hotline/shared/refusal';

/** The demo city's telephone: routes that exist where there is a demo, and are no part of the contract. */
export type DemoCaller = { id: string; phone: string; name: string | null; people: number; appeals: number };
export type Turn = 'answer' | 'hold' | 'resume' | 'hangup';

export const demoCallers = async () => ((await ask('GET', '/api/demo/callers')) as { items: DemoCaller[] }).items;
export const simulateCall = async (caller: string) =>
  ((await ask('POST', '/api/demo/calls', { caller })) as { id: string }).id;
export const simulateTurn = (callId: string, event: Turn) =>
  ask('POST', `/api/demo/calls/${encodeURIComponent(callId)}`, { event });

async function ask(method: string, url: string, body?: object): Promise<unknown> {
  const answer = await fetch(url, {
    method,
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  });
  const read = (await answer.json()) as { message?: string };
  if (!answer.ok) throw new Refusal('unavailable', read.message ?? '');
  return read;
}
