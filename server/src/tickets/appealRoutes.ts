import { appealById, appealsByPhone } from '@hotline/db/cases/appeals';
import { originalsOfChild } from '@hotline/db/cases/originals';
import { audit } from '@hotline/db/people/people';
import { maskName } from '@hotline/shared/citizen/masking';
import { revealedPhone } from '@hotline/shared/citizen/phoneFields';
import { readPhone } from '@hotline/shared/citizen/readPhones';
import { holds } from '@hotline/shared/people/actor';
import { areaCodeOf } from '@hotline/shared/people/directory';
import { appealLoggers, caseWorkers } from '@hotline/shared/people/roles';
import { scopeOf } from '@hotline/shared/people/scope';
import { Refusal } from '@hotline/shared/refusal';
import { nameField, renamed } from '@hotline/shared/text/original';
import { viewAppeal } from '@hotline/shared/ticket/view';
import type { FastifyInstance } from 'fastify';
import { fixedAnswer } from '../app/fixedAnswers.ts';
import type { Hotline } from '../app/hotline.ts';
import { originalsIn } from '../app/originals.ts';
import { serve } from '../app/route.ts';
import type { SignedIn } from '../sessions/signedIn.ts';
import { logAppeal } from './log.ts';
import { idempotencyKey, seenCase } from './routes.ts';

export function appealRoutes(server: FastifyInstance, hotline: Hotline): void {
  serve(server, hotline, 'logAppeal', appealLoggers, async ({ me, body, request }) => {
    const key = idempotencyKey(request);
    const centreId = centreOf(hotline, me);
    const originals = renamed(originalsIn(body), originalNames);
    const logged = await logAppeal(hotline, { actor: me.actor, centreId, input: body, key, originals });
    const appeal = { ...viewAppeal(logged.appeal, true), queryCode: logged.appeal.queryCode };
    return { appeal, ticket: logged.case.ticket, seq: logged.seq };
  });
  serve(server, hotline, 'appealsByPhone', caseWorkers, async ({ me, query }) => {
    const centreId = centreOf(hotline, me);
    const phone = readPhone(query.phone, areaCodeOf(hotline.catalog.directory(), centreId))?.phone;
    if (!phone) return { phone: null, items: [] };
    const { reader } = hotline.store;
    const rows = await appealsByPhone(reader, scopeOf(me.actor), centreId, phone, query.limit ?? 20);
    return {
      phone,
      items: rows.map(({ identity, citizenName, ...row }) => ({
        ...row,
        citizenName: identity === 'named' && citizenName !== null ? maskName(citizenName) : null,
      })),
    };
  });
  serve(server, hotline, 'revealAppeal', 'signedIn', async ({ me, params, body }) => {
    const appeal = await appealById(hotline.store.reader, params.id);
    if (!appeal) throw new Refusal('notFound', '没有这件诉求，或您无权查看。');
    const c = await seenCase(hotline, me.actor, appeal.ticketId);
    const ofCentre = holds(me.actor, caseWorkers, c.ticket.centrePath);
    if (!ofCentre && appeal.identity !== 'named')
      throw new Refusal('forbidden', '诉求人要求保密，不能查看其身份。请通过热线中心联系。');
    await hotline.writer.write(async (tx) => {
      await audit(tx, {
        at: hotline.now(),
        personId: me.person.id,
        act: 'reveal',
        subjectId: appeal.id,
        purpose: body.purpose,
      });
      return { result: undefined, events: [], deltas: [] };
    });
    const originals = await originalsOfChild(hotline.store.reader, appeal.id);
    const original = originals.find(({ field }) => field === nameField)?.text;
    return {
      citizenName: appeal.citizenName,
      ...(original === undefined || appeal.citizenName === null ? {} : { originalName: original }),
      ...revealedPhone(appeal),
    };
  });
  serve(server, hotline, 'catalog', 'signedIn', async ({ me }) => {
    const catalog = hotline.catalog.published(centreOf(hotline, me));
    return fixedAnswer(catalog, catalog.version);
  });
}

/** What of a new appeal is kept as it came, and under which name; the number's reader keeps the number. */
const originalNames = {
  ...{ title: 'title', content: 'content', address: 'address' },
  ...{ 'citizen.name': nameField, 'lateEntry.reason': 'lateEntryReason' },
};

/** The centre a person works for: the one at, below or above his first grant. */
export function centreOf(hotline: Hotline, me: Pick<SignedIn, 'actor'>): string {
  const centres = [...hotline.catalog.directory().centres.values()];
  for (const { path } of me.actor.grants) {
    const centre = centres.find((c) => path.startsWith(c.path)) ?? centres.find((c) => c.path.startsWith(path));
    if (centre) return centre.id;
  }
  throw new Refusal('forbidden', '您的账号还没有所属的热线中心，请联系管理员。');
}
