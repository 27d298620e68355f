import type { CaseAnswer } from '@hotline/shared/api/tickets';
import { clockDue } from '@hotline/shared/ticket/clocks/clockWords';
import { useCatalog, useDepartmentName } from '../../../data/catalog.ts';
import { useSettings } from '../../../data/settings.ts';
import { useT } from '../../../text/translate.ts';

/** What a merge will do to citizens, departments and clocks, one sentence each. */
export function useOutcome(one: CaseAnswer, other: CaseAnswer): string[] {
  const t = useT();
  const lang = useSettings((s) => s.lang);
  const offset = useCatalog((s) => s.offsetMinutes);
  const departmentName = useDepartmentName();
  const moving = one.appeals.filter((a) => a.status === 'open');
  const ended = one.dispatches.filter((d) => d.endedAt === null).map((d) => departmentName(d.departmentId));
  const asked = one.requests.filter((r) => r.status === 'open').length;
  const promises = [...moving, ...other.appeals.filter((a) => a.status === 'open')].map((a) => a.promiseClock);
  const [first] = promises.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  return [
    t('merge.moves', { n: moving.length, number: other.ticket.number }),
    ended.length > 0 ? t('merge.ends', { units: ended.join('、') }) : null,
    asked > 0 ? t('merge.cancels', { n: asked }) : null,
    t('merge.closes', { number: one.ticket.number }),
    first ? t('merge.promise', { due: clockDue(first, offset, lang) }) : null,
  ].filter((sentence) => sentence !== null);
}
