import type { Caller } from '@hotline/shared/api/calls';
import { useRead } from '../data/useRead.ts';

/** Who is known under the number of a call: asked once, while the telephone rings. Null until the answer is there. */
export const useCaller = (callId: string | null): Caller | null =>
  useRead('caller', callId === null ? null : { params: { id: callId } }, { isFixed: true }).value;

/** 「陈** 等 2 人」: who it may be, in one word. */
export function callerName(caller: Caller | null): { name: string; others: number } | null {
  const first = caller?.people[0];
  return first ? { name: first.name ?? '', others: (caller?.people.length ?? 1) - 1 } : null;
}
