import { findCase } from '@hotline/db/cases/cases';
import {
  countOpenTickets,
  insertCorrection,
  latestCorrection,
  openCorrections,
  openTicketsAfter,
} from '@hotline/db/centre/corrections';
import type { ClockMove, Correction } from '@hotline/shared/api/admin/calendar';
import { system } from '@hotline/shared/people/actor';
import type { Centre } from '@hotline/shared/people/directory';
import { administrators } from '@hotline/shared/people/roles';
import { Refusal } from '@hotline/shared/refusal';
import { correct, stillOpen } from '@hotline/shared/ticket/clocks/correction';
import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../app/hotline.ts';
import { newId } from '../app/ids.ts';
import { serve } from '../app/route.ts';
import { continueCorrections } from '../jobs/corrections.ts';
import { administer, administered, type By, byPerson } from './administration.ts';

export function correctionRoutes(server: FastifyInstance, hotline: Hotline): void {
  serve(server, hotline, 'previewCorrection', administrators, async ({ me, query }) => {
    const centre = administered(hotline, me.actor, query.centreId);
    return preview(hotline, centre, parseCursor(query.cursor), query.limit ?? 50);
  });
  serve(server, hotline, 'startCorrection', administrators, async ({ me, body }) => {
    const centre = administered(hotline, me.actor, body.centreId);
    await start(hotline, byPerson(me), centre, body.version, body.note ?? null);
    continueCorrections(hotline).catch((error: unknown) => server.log.error(error));
    const correction = await latest(hotline, centre);
    if (!correction) throw new Error(`correction of ${centre.id} is gone`);
    return correction;
  });
  serve(server, hotline, 'correction', administrators, async ({ me, query }) => ({
    correction: await latest(hotline, administered(hotline, me.actor, query.centreId)),
  }));
}

type Place = { receivedAt: string; n: number };

/** One page of open tickets, counted again without writing anything. */
async function preview(hotline: Hotline, centre: Centre, after: Place | null, limit: number) {
  const { reader } = hotline.store;
  const at = hotline.now();
  const moment = hotline.catalog.moment(centre.id, at, system);
  const tickets = await openTicketsAfter(reader, centre.path, after, limit);
  const items: ClockMove[] = [];
  for (const { id } of tickets) {
    const c = await findCase(reader, id);
    if (!c) continue;
    for (const { clock, departmentId, from, to } of correct(c, moment, stillOpen).moves)
      items.push({ ticketId: id, number: c.ticket.number, clock, departmentId, from, to, late: to <= at });
  }
  const last = tickets.length === limit ? tickets.at(-1) : undefined;
  return {
    items,
    examined: tickets.length,
    open: await countOpenTickets(reader, centre.path),
    nextCursor: last ? Buffer.from(`${last.receivedAt} ${last.n}`).toString('base64url') : null,
    calendarVersion: moment.calendar.version,
  };
}

/** Asked twice for the same version, the one under way goes on. */
async function start(hotline: Hotline, by: By, centre: Centre, version: number, note: string | null): Promise<void> {
  const { calendar } = hotline.catalog.clocks(centre.id);
  if (version !== calendar.version)
    throw new Refusal('stale', `现行日历已是第 ${calendar.version} 版，请重新预览后再更正。`, {
      version: calendar.version,
    });
  const under = (await openCorrections(hotline.store.reader)).some(
    (c) => c.centreId === centre.id && c.calendarVersion === version,
  );
  if (under) return;
  await administer(hotline, by, centre.id, async (tx, at) => {
    const row = {
      id: newId(),
      centreId: centre.id,
      calendarVersion: version,
      askedBy: by.personId,
      askedAt: at,
      afterReceivedAt: null,
      afterN: null,
      examined: 0,
      changed: 0,
      finishedAt: null,
      outcome: null,
    };
    const going = (await openCorrections(tx)).some((c) => c.centreId === centre.id && c.calendarVersion === version);
    if (!going) await insertCorrection(tx, row);
    const what = `按第 ${version} 版日历更正未办结时限`;
    return {
      result: undefined,
      done: { act: 'correctClocks', subjectId: centre.id, purpose: note ? `${note}（${what}）` : what },
    };
  });
}

async function latest(hotline: Hotline, centre: Centre): Promise<Correction | null> {
  const row = await latestCorrection(hotline.store.reader, centre.id);
  if (!row) return null;
  const { id, calendarVersion, askedBy, askedByName, askedAt, examined, changed, finishedAt, outcome } = row;
  const open = await countOpenTickets(hotline.store.reader, centre.path);
  return {
    id,
    calendarVersion,
    askedBy: askedByName ?? askedBy,
    askedAt,
    examined,
    changed,
    open: Math.max(open, examined),
    finishedAt,
    outcome,
  };
}

function parseCursor(cursor: string | undefined): Place | null {
  if (cursor === undefined) return null;
  const [, receivedAt, n] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) (\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (!receivedAt || !n) throw new Refusal('invalid', '翻页位置不正确，请从第一页重新打开。');
  return { receivedAt, n: Number(n) };
}
