import { waitsOfDispatches } from '../clocks/pauses.ts';
import { endPauses, resume } from '../clocks/pausing.ts';
import type { Case } from '../model/case.ts';
import { isOpen } from '../model/dispatch.ts';
import type { Moment } from '../verb.ts';
import { cancelRequests, decided } from './requests.ts';

/**
 * Ends dispatches before their time: they and everything below them are released, what they asked for falls away, and the
 * clocks that stood still for a question of theirs go on.
 */
export function endDispatches(
  c: Case,
  ids: readonly string[],
  m: Moment,
  status: 'released' | 'returned' = 'released',
): Pick<Case, 'dispatches' | 'requests' | 'pauses' | 'appeals'> {
  const ended = new Set(ids);
  for (const d of c.dispatches) if (d.parentId !== null && ended.has(d.parentId)) ended.add(d.id);
  const { pauses, appeals, dispatches } = endPauses(c, waitsOfDispatches(c, ended), m);
  return {
    pauses,
    appeals,
    dispatches: dispatches.map((d) =>
      ended.has(d.id) && isOpen(d) ? { ...d, status: ids.includes(d.id) ? status : 'released', endedAt: m.at } : d,
    ),
    requests: cancelRequests(c, [...ended], m),
  };
}

/** Nothing on this ticket is waited for any more: no dispatch, no request, no citizen, no review date. */
export function endEverything(c: Case, m: Moment): Case {
  const asked = { ...c, ...resume(c, 'question', m) };
  const going = { ...asked, ...resume(asked, 'shelving', m) };
  const ended = { ...going, ...endDispatches(going, openDispatches(going), m) };
  return {
    ...ended,
    requests: ended.requests.map((r) => (r.status === 'open' ? decided(r, 'cancelled', null, m) : r)),
  };
}

export const openDispatches = (c: Case) => c.dispatches.filter(isOpen).map((d) => d.id);
