import type { Caller } from '@hotline/shared/api/calls';
import { useEffect } from 'react';
import { create } from 'zustand';
import { api } from '../data/api.ts';

const keptAtMost = 50;
type Callers = { byCall: ReadonlyMap<string, Caller> };
const useCallers = create<Callers>(() => ({ byCall: new Map() }));
const asking = new Set<string>();

/** Who is known under the number of a call: asked once, while the telephone rings. Null until the answer is there. */
export function useCaller(callId: string | null): Caller | null {
  const caller = useCallers((s) => (callId ? (s.byCall.get(callId) ?? null) : null));
  useEffect(() => {
    if (callId) void ask(callId);
  }, [callId]);
  return caller;
}

async function ask(callId: string): Promise<void> {
  if (asking.has(callId) || useCallers.getState().byCall.has(callId)) return;
  asking.add(callId);
  const caller = await api.call('caller', { params: { id: callId } }).catch(() => null);
  asking.delete(callId);
  if (!caller) return;
  useCallers.setState((s) => ({ byCall: new Map([...[...s.byCall].slice(-keptAtMost), [callId, caller]]) }));
}

/** 「陈** 等 2 人」: who it may be, in one word. */
export function callerName(caller: Caller | null): { name: string; others: number } | null {
  const first = caller?.people[0];
  return first ? { name: first.name ?? '', others: (caller?.people.length ?? 1) - 1 } : null;
}
