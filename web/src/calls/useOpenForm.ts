import type { CallView } from '@hotline/shared/telephony/call';
import { useCallback, useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { isWriting } from '../data/drafts/unsaved.ts';
import { paths } from '../paths.ts';
import { useCalls } from './board.ts';
import { useLeader } from './ringing/leader.ts';

/** Opens the form of a call; what was being written stays a draft of its own. */
export function useOpenForm() {
  const navigate = useNavigate();
  return useCallback(
    (call: Pick<CallView, 'id'>, join?: { ticketId: string; number: string }) =>
      void navigate(paths.log({ call: call.id, join: join?.ticketId, number: join?.number })),
    [navigate],
  );
}

/** A tab that has just opened may not know yet that it leads, longer than tabs without locks take to agree. */
const agreeingMs = 600;

/**
 * When I answer, the form of the call opens by itself, once, and only where nothing is being written; otherwise its card
 * waits. A call that was already answered when the page was loaded opens nothing.
 */
export function useFormAtAnswer(current: CallView | null): void {
  const open = useOpenForm();
  const leads = useLeader((s) => s.leads);
  const isRead = useCalls((s) => s.board.position !== null);
  const seen = useRef<string | null | undefined>(undefined);
  const newAtMs = useRef(0);
  const id = current?.direction === 'in' && current.appealId === null ? current.id : null;
  useEffect(() => {
    const isFirst = seen.current === undefined;
    if (isFirst && !isRead) return;
    if (!isFirst && id !== null && seen.current !== id) newAtMs.current = Date.now();
    seen.current = id;
    if (!leads || id === null || Date.now() - newAtMs.current > agreeingMs) return;
    newAtMs.current = 0;
    if (!isWriting()) open({ id });
  }, [id, isRead, leads, open]);
}
