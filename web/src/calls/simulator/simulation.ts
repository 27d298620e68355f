import { askDemo } from '../../data/api.ts';

/** The demo city's telephone: routes that exist where there is a demo, and are no part of the contract. */
export type DemoCaller = { id: string; phone: string; name: string | null; people: number; appeals: number };
export type Turn = 'answer' | 'hold' | 'resume' | 'hangup';

export const demoCallers = async () => ((await askDemo('GET', '/api/demo/callers')) as { items: DemoCaller[] }).items;
export const simulateCall = async (caller: string) =>
  ((await askDemo('POST', '/api/demo/calls', { caller })) as { id: string }).id;
export const simulateTurn = (callId: string, event: Turn) =>
  askDemo('POST', `/api/demo/calls/${encodeURIComponent(callId)}`, { event });
