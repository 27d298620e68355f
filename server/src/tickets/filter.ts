import type { Cursor, TicketFilter } from '@hotline/db/lists/lists';
import type { Call } from '@hotline/shared/api/client';
import { Refusal } from '@hotline/shared/refusal';
import { wordsIn } from '@hotline/shared/schema';
import { orderStates, requestTypes } from '@hotline/shared/ticket/model/children';
import { dispatchStatuses } from '@hotline/shared/ticket/model/dispatch';
import { ticketStatuses } from '@hotline/shared/ticket/model/ticket';
import { normaliseInstant } from '@hotline/shared/time/instant';
import type { Hotline } from '../app/hotline.ts';

/** What a list was asked to show; its words (`q`) are looked for by server/src/finding. */
export type ListQuery = Omit<NonNullable<Call<'tickets'>['query']>, 'sort' | 'cursor' | 'limit'>;

export function filterOf(hotline: Hotline, query: ListQuery): TicketFilter {
  const directory = hotline.catalog.directory();
  const department = query.department ? directory.departments.get(query.department) : undefined;
  if (query.department && !department) throw new Refusal('invalid', '没有这个单位，请重新选择。');
  const dueBefore = query.dueBefore ? normaliseInstant(query.dueBefore) : undefined;
  const below = query.category
    ? [...directory.categoryPaths].filter(([, path]) => path.includes(query.category as string)).map(([id]) => id)
    : undefined;
  return {
    ...(query.status ? { status: wordsIn(ticketStatuses, query.status) } : {}),
    ...(query.dispatchStatus ? { dispatchStatus: wordsIn(dispatchStatuses, query.dispatchStatus) } : {}),
    ...(department ? { departmentPath: department.path } : {}),
    ...(query.kind ? { kind: query.kind } : {}),
    ...(below ? { categoryIds: below.length > 0 ? below : ['none'], categoryId: query.category as string } : {}),
    ...(query.region ? { regionPrefix: query.region } : {}),
    ...(dueBefore ? { dueBefore } : {}),
    ...(query.overdue ? { overdueAt: hotline.now() } : {}),
    ...(query.assigned ? { ownerId: query.assigned } : {}),
    ...(query.card ? { card: query.card } : {}),
    ...(query.excused ? { excused: true } : {}),
    ...(query.lateEntered ? { lateEntered: true } : {}),
    ...(query.request
      ? { waiting: { what: 'request' as const, types: wordsIn(requestTypes, query.request) } }
      : query.order
        ? { waiting: { what: 'order' as const, states: wordsIn(orderStates, query.order), now: hotline.now() } }
        : {}),
    ...(query.receivedFrom ? { receivedFrom: normaliseInstant(query.receivedFrom) } : {}),
    ...(query.receivedBefore ? { receivedBefore: normaliseInstant(query.receivedBefore) } : {}),
  };
}

export const formatCursor = (value: string, n: number) => Buffer.from(`${value} ${n}`).toString('base64url');

export function parseCursor(text: string | undefined): Cursor | null {
  if (!text) return null;
  const [, value, n] = /^([\w:.-]{10,32}) (\d{1,15})$/.exec(Buffer.from(text, 'base64url').toString('latin1')) ?? [];
  if (!value || !n) throw new Refusal('invalid', '翻页位置不正确，请从第一页重新查看。');
  return { value, n: Number(n) };
}
