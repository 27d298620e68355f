import type { Answer } from '@hotline/shared/api/client';
import type { CaseAnswer } from '@hotline/shared/api/tickets';
import { api, sentenceOf, whenDenied } from '../../data/api.ts';
import { onBack } from '../../data/liveState.ts';
import { personStore } from '../../data/personStore.ts';
import { isGone } from '../../data/reads.ts';
import { currentPerson } from '../../data/session.ts';
import { useTickets, watchTickets } from '../../data/tickets.ts';

export type Stub = Answer<'ticketStub'>;
export type Timeline = Answer<'ticketEvents'>['items'];
type OpenCase = {
  id: string | null;
  answer: CaseAnswer | null;
  events: Timeline;
  /** What others did since the person began to look, newest last; empty after it was read. */
  news: Timeline;
  /** What is left of it, where the department's dispatch ended and the rest is out of its sight. */
  stub: Stub | null;
  message: string | null;
};

const nothing: OpenCase = { id: null, answer: null, events: [], news: [], stub: null, message: null };
export const useOpenCase = personStore<OpenCase>(() => nothing);

export async function openCase(id: string | null): Promise<void> {
  if (useOpenCase.getState().id === id) return;
  useOpenCase.setState({ ...nothing, id });
  if (id) await reload();
}

/** Reads the case again. What changed by other hands is put before the person in words. */
export async function reload(): Promise<void> {
  const { id, events: seen } = useOpenCase.getState();
  if (!id) return;
  try {
    const [answer, { items }] = await Promise.all([
      api.call('ticket', { params: { id } }),
      api.call('ticketEvents', { params: { id } }),
    ]);
    if (useOpenCase.getState().id !== id) return;
    const last = Math.max(0, ...seen.map((e) => e.seq));
    const fresh = seen.length === 0 ? [] : items.filter((e) => e.seq > last && e.actorName !== currentPerson()?.name);
    useOpenCase.setState((s) => ({
      answer: newer(s.answer, answer),
      events: items,
      news: [...s.news, ...fresh],
      message: null,
    }));
  } catch (error) {
    const stub = isGone(error) ? await api.call('ticketStub', { params: { id } }).catch(() => null) : null;
    if (useOpenCase.getState().id !== id) return;
    // What was seen of it before is no longer this person's to see, whether or not something is left of it.
    if (isGone(error)) useOpenCase.setState({ ...nothing, id, stub, message: stub ? null : sentenceOf(error) });
    else useOpenCase.setState({ message: sentenceOf(error) });
  }
}

/** The person's own action: its answer is the case, and its event is no news to them. */
export async function takeCase(answer: CaseAnswer): Promise<void> {
  const id = answer.ticket.id;
  if (useOpenCase.getState().id !== id) return;
  useOpenCase.setState((s) => ({ answer: newer(s.answer, answer), news: [] }));
  const timeline = await api.call('ticketEvents', { params: { id } }).catch(() => null);
  if (timeline && useOpenCase.getState().id === id) useOpenCase.setState({ events: timeline.items, news: [] });
}

export const dismissNews = () => useOpenCase.setState({ news: [] });

export function watchCase(): () => void {
  const stopTickets = watchTickets({
    changed: async ({ ids, refetch }) => {
      const { id, answer } = useOpenCase.getState();
      if (!id || !(refetch || ids.has(id))) return;
      const row = useTickets.getState().replica.byId.get(id)?.row;
      // One's own action comes back as a frame too; what is on show is then already the newest.
      if (refetch || !row || !answer || row.version > answer.ticket.version) await reload();
    },
  });
  // What could not be read while the line was down is read by itself.
  const stopBack = onBack(() => {
    if (useOpenCase.getState().message !== null) void reload();
  });
  const stopDenied = whenDenied((url) => {
    const { id } = useOpenCase.getState();
    if (id && url.includes(`/${encodeURIComponent(id)}/`)) void reload();
  });
  return () => {
    stopTickets();
    stopBack();
    stopDenied();
  };
}

const newer = (held: CaseAnswer | null, read: CaseAnswer) =>
  held && held.ticket.id === read.ticket.id && held.ticket.version > read.ticket.version ? held : read;
