import { personByUsername } from '@hotline/db/people/people';
import { figureNames } from '@hotline/shared/figures/index';
import { audienceOf, scopeOf, sees } from '@hotline/shared/people/scope';
import { dispatchStatuses } from '@hotline/shared/ticket/model/dispatch';
import { expect } from 'vitest';
import { pick } from '../history.ts';
import type { TestHotline } from '../hotline.ts';
import { cast, type Life } from './life.ts';

const dispatchStatus = dispatchStatuses.filter((s) => s !== 'returned' && s !== 'released').join(',');

/** Case, list, search and the rows behind figures show somebody exactly what the predicate lets him see. */
export async function compareSight(h: TestHotline, life: Life, n: number): Promise<void> {
  for (const who of [pick(cast, n * 7), pick(cast, n * 3 + 1)]) {
    if (!who) continue;
    const client = life.client(who);
    const grants = (await personByUsername(h.store.reader, who))?.grants ?? [];
    const scope = scopeOf({ type: 'person', id: '', name: '', grants });
    const cases = await Promise.all(life.tickets.map((id) => life.caseOf(id)));
    const seen = new Set(cases.filter((c) => sees(scope, audienceOf(c))).map((c) => c.ticket.id));
    const isCentre = scope.centres.length > 0;

    const listed = new Set<string>();
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const query = { limit: 100, ...(isCentre ? {} : { dispatchStatus }), ...(cursor ? { cursor } : {}) };
      const page = await client.call('tickets', { query });
      for (const row of page.items) listed.add(row.id);
      cursor = page.nextCursor;
    }
    const split = [...listed].filter((id) => !life.tickets.includes(id));
    for (const id of split) life.tickets.push(id);
    for (const c of await Promise.all(split.map((id) => life.caseOf(id))))
      if (sees(scope, audienceOf(c))) seen.add(c.ticket.id);
    expect(listed, `${who}: listed`).toEqual(seen);

    for (const c of cases.slice(-8)) {
      const isShown = await client.call('ticket', { params: { id: c.ticket.id } }).then(
        () => true,
        () => false,
      );
      expect(isShown, `${who}: ${c.ticket.id}`).toBe(seen.has(c.ticket.id));
      const found = await client.call('tickets', { query: { q: c.ticket.number } });
      const hits = found.items.map((row) => row.id);
      expect(
        hits.filter((id) => !seen.has(id)),
        `${who}: finds ${c.ticket.number}`,
      ).toEqual([]);
    }
    for (const name of figureNames) {
      const query = { from: '2025-01-01', to: '2026-12-31', limit: 200 };
      const rows = await client.call('figureRows', { params: { name }, query }).catch(() => ({ items: [] }));
      for (const row of rows.items)
        if (!row.title.startsWith('（不在'))
          expect(seen.has(row.ticketId ?? ''), `${who}: ${name} ${row.ticketId}`).toBe(true);
    }
  }
}
