import type { TicketRow } from '@hotline/shared/api/tickets';
import { requestTypeTerms } from '@hotline/shared/catalog/terms';
import { useCatalog, useDepartmentName } from '../../data/catalog.ts';
import { useT, useTerm } from '../../text/translate.ts';
import { dayAndClock } from '../../ui/localTime.ts';
import { useQueue } from './queue.ts';

/** Who asks for what since when: the request this queue lists the ticket for. */
export function RowRequest({ row }: { row: TicketRow }) {
  const t = useT();
  const term = useTerm();
  const departmentName = useDepartmentName();
  const offset = useCatalog((s) => s.offsetMinutes);
  const asked = useQueue((s) => s.filter.request)?.split(',') ?? [];
  const request = row.requests.find((r) => asked.includes(r.type));
  if (!request) return null;
  const dispatch = row.dispatches.find((x) => x.id === request.dispatchId);
  const facts = [
    dispatch ? departmentName(dispatch.departmentId) : null,
    request.days ? t('request.days', { n: request.days }) : term(requestTypeTerms, request.type),
    t('request.asked', { time: dayAndClock(request.askedAt, offset) }),
  ];
  return facts.filter(Boolean).join(' · ');
}
