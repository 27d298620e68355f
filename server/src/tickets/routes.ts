import { findCase } from '@hotline/db/cases/cases';
import { eventsOf, type Head, readHead } from '@hotline/db/cases/events';
import { originalsOfTicket } from '@hotline/db/cases/originals';
import { type ListedTicket, listTickets, ticketsById } from '@hotline/db/lists/lists';
import { peopleHolding } from '@hotline/db/people/people';
import { CaseAnswer, type CaseAnswer as CaseAnswerType } from '@hotline/shared/api/tickets';
import type { Actor } from '@hotline/shared/people/actor';
import { bySystem } from '@hotline/shared/people/permissions';
import { caseWorkers } from '@hotline/shared/people/roles';
import { ancestors, deskPath, scopeOf } from '@hotline/shared/people/scope';
import { Refusal } from '@hotline/shared/refusal';
import { Id, object, orNull, Version } from '@hotline/shared/schema';
import { openActions } from '@hotline/shared/ticket/lifecycle';
import type { Case } from '@hotline/shared/ticket/model/case';
import type { Ticket } from '@hotline/shared/ticket/model/ticket';
import { originalsSeen } from '@hotline/shared/ticket/originals';
import { handedOver, heldBy } from '@hotline/shared/ticket/steps/owning';
import { quotaOf } from '@hotline/shared/ticket/steps/quota';
import { type VerbName, verbNames, verbs } from '@hotline/shared/ticket/verbs/index';
import { viewCase } from '@hotline/shared/ticket/view';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Hotline } from '../app/hotline.ts';
import { originalsIn } from '../app/originals.ts';
import { serve, serveRoute } from '../app/route.ts';
import { findTickets } from '../finding/find.ts';
import { actorOf } from '../sessions/actor.ts';
import { act, maySee } from './act.ts';
import { filterOf, formatCursor, parseCursor } from './filter.ts';
import { ticketRows } from './rows.ts';
import { explainStale } from './stale.ts';

const alikeAtMost = 6;
/** Who else called from a number is only for those who may look a number up. */

export function ticketRoutes(server: FastifyInstance, hotline: Hotline): void {
  const { reader } = hotline.store;
  serve(server, hotline, 'tickets', 'signedIn', async ({ me, query }) => {
    const scope = scopeOf(me.actor);
    const limit = query.limit ?? 50;
    const page = { sort: query.sort ?? ('due' as const), after: parseCursor(query.cursor), limit: limit + 1 };
    const filter = filterOf(hotline, query);
    const q = query.q?.trim();
    const newest = { before: page.after?.n ?? null, limit: page.limit };
    const list = () =>
      q ? findTickets(reader, me.actor, q, filter, newest) : listTickets(reader, scope, filter, page);
    let found: readonly ListedTicket[] = await list();
    let head = headOf(found);
    if (!head) {
      // Nothing there that is dated: the head first, for what comes after it.
      head = await readHead(reader);
      found = await list();
    }
    const shown = found.slice(0, limit);
    const last = found.length > limit ? shown.at(-1) : undefined;
    return {
      items: await ticketRows(reader, shown),
      nextCursor: last ? formatCursor(String(last.sortValue), Number(last.sortN)) : null,
      asOf: hotline.now(),
      ...head,
    };
  });
  // Consoles are told (`live/deskStream.ts`); this is for programs that ask once.
  serve(server, hotline, 'ticketCounts', 'signedIn', async ({ me }) => {
    const [scope, asOf] = [scopeOf(me.actor), hotline.now()];
    return { ...(await hotline.readers.ask('counts', { scope, path: deskPath(scope), now: asOf })), asOf };
  });
  serve(server, hotline, 'ticket', 'signedIn', async ({ me, params }) => {
    const head = await readHead(reader);
    return caseAnswer(hotline, me.actor, await seenCase(hotline, me.actor, params.id), head);
  });
  serve(server, hotline, 'alikeTickets', caseWorkers, async ({ me, params }) => {
    const { ticket, appeals } = await seenCase(hotline, me.actor, params.id);
    const { id, centreId, categoryId, regionCode } = ticket;
    const { byCaller, byPlace } = await hotline.readers.ask('alike', {
      scope: scopeOf(me.actor),
      ticket: { id, centreId, categoryId, regionCode },
      phones: appeals.flatMap((a) => a.phone ?? []),
      limit: alikeAtMost,
    });
    return { byCaller: await ticketRows(reader, byCaller), byPlace: await ticketRows(reader, byPlace) };
  });
  serve(server, hotline, 'assignees', 'signedIn', async ({ me, params }) => {
    const c = await seenCase(hotline, me.actor, params.id);
    const paths = [c.ticket.centrePath, ...heldBy(me.actor, c).map((d) => d.departmentPath)].flatMap(ancestors);
    const people = (await peopleHolding(reader, [...new Set(paths)])).filter((p) => {
      const { ticket, dispatches } = handedOver(me.actor, actorOf(p), c);
      return ticket || dispatches.length > 0;
    });
    return { items: people.map(({ id, name }) => ({ id, name })) };
  });
  serve(server, hotline, 'ticketEvents', 'signedIn', async ({ me, params }) => {
    const c = await seenCase(hotline, me.actor, params.id);
    const rows = await eventsOf(reader, params.id);
    const seen = originalsSeen(c, me.actor, await originalsOfTicket(reader, params.id));
    const originals = Map.groupBy(seen, (one) => one.eventSeq);
    const links = rows.flatMap((row) => row.linkedTicketId ?? []);
    const linked = new Map((await ticketsById(reader, scopeOf(me.actor), links)).map((t) => [t.id, t]));
    return {
      items: rows.map(({ actorId, fields, linkedTicketId, ...row }) => ({
        ...row,
        actorName: row.actorType === 'person' ? row.actorName : null,
        fields: JSON.parse(fields) as string[],
        linked: linkedTo(linked.get(linkedTicketId ?? '')),
        originals: (originals.get(row.seq) ?? []).map(({ field, text, isCut }) => ({ field, text, isCut })),
      })),
    };
  });
  for (const verb of verbNames) {
    if (verbs[verb].by !== bySystem) actRoute(server, hotline, verb);
  }
}

/** The other ticket of a merge or a split, where the viewer may see it. */
const linkedTo = (t: Pick<Ticket, 'id' | 'number' | 'title' | 'status'> | undefined) =>
  t ? { id: t.id, number: t.number, title: t.title, status: t.status } : null;

const headOf = ([first]: readonly ListedTicket[]): Head | null =>
  first ? { seq: first.headSeq, epoch: first.headEpoch } : null;

type ActBody = { version: number | null; input: Record<string, unknown> };

/** One route for each verb, so that each has its own validation and its own place in OpenAPI. */
function actRoute(server: FastifyInstance, hotline: Hotline, verb: VerbName): void {
  const route = {
    method: 'POST' as const,
    path: `/api/tickets/:id/${verb}`,
    summary: `${verbs[verb].term} · ${verbs[verb].termEn}`,
    params: object({ id: Id }),
    body: object({ version: orNull(Version), input: verbs[verb].input }),
    answer: CaseAnswer,
  };
  const handler = async (call: {
    params: { id: string };
    body: ActBody;
    request: FastifyRequest;
    me: { actor: Actor };
  }) => {
    const { actor } = call.me;
    const key = idempotencyKey(call.request);
    const done = act(hotline, {
      actor,
      ticketId: call.params.id,
      verb,
      version: call.body.version,
      input: call.body.input,
      key,
      originals: originalsIn(call.body).map((one) => ({ ...one, field: one.field.replace(/^input\./, '') })),
    });
    const { case: after, seq } = await done.catch((error: unknown) =>
      explainStale(hotline.store.reader, call.params.id, { verb, ...call.body }, error),
    );
    const { epoch } = await readHead(hotline.store.reader);
    return caseAnswer(hotline, actor, after, { epoch, seq });
  };
  serveRoute(server, hotline, route, 'signedIn', handler as never, verb);
}

/** The case as this viewer may see it now, with what he may do. */
async function caseAnswer(
  hotline: Hotline,
  actor: Actor,
  c: Case,
  head: { epoch: string; seq: number },
): Promise<CaseAnswerType> {
  const moment = hotline.catalog.moment(c.ticket.centreId, hotline.now(), actor);
  const view = viewCase(c, actor);
  return {
    ...(view as unknown as Omit<CaseAnswerType, 'quota' | 'openActions' | 'names' | 'epoch' | 'seq'>),
    names: await hotline.names(view as unknown as Case),
    quota: quotaOf(c, moment),
    openActions: openActions(c, moment),
    epoch: head.epoch,
    seq: head.seq,
  };
}

/** Loaded through scope: what a person may not see does not exist for him. */
export async function seenCase(hotline: Hotline, actor: Actor, id: string): Promise<Case> {
  const c = await findCase(hotline.store.reader, id);
  if (!c || !maySee(actor, c)) throw new Refusal('notFound', '没有这件工单，或您无权查看。');
  return c;
}

export function idempotencyKey(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !/^[\w.:-]{8,100}$/.test(key)) {
    throw new Refusal('invalid', 'Idempotency-Key 应为 8 至 100 个字母、数字或 . : - _。');
  }
  return key;
}
