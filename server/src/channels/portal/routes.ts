import { appealByNumber } from '@hotline/db/cases/appeals';
import { findCase } from '@hotline/db/cases/cases';
import type { Answer, Call } from '@hotline/shared/api/client';
import { Refusal } from '@hotline/shared/refusal';
import { nameField, type Original, renamed } from '@hotline/shared/text/original';
import { faceOf } from '@hotline/shared/ticket/clocks/clock';
import { clockWords } from '@hotline/shared/ticket/clocks/clockWords';
import { openActions } from '@hotline/shared/ticket/lifecycle';
import type { Appeal } from '@hotline/shared/ticket/model/appeal';
import type { VerbName } from '@hotline/shared/ticket/verbs/index';
import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../../app/hotline.ts';
import { originalsIn } from '../../app/originals.ts';
import { serve } from '../../app/route.ts';
import { countGuess, refuseGuesser } from '../../limits/guesses.ts';
import { countRequester, type Requester, requesterOf } from '../../limits/requester.ts';
import { idempotencyKey } from '../../tickets/routes.ts';
import { citizenOf, hear } from '../hear.ts';
import { trailOf } from './trail.ts';

export type FileInput = Call<'portalAppeal'>['body'];
export type Receipt = Answer<'portalAppeal'>;
export type Progress = Answer<'portalLookup'>;
const channel = 'portal';
type Rating = Omit<Call<'portalRate'>['body'], 'code'>;

/** What a citizen may do, for the JSON routes and the plain HTML pages alike. */
export type PortalCalls = {
  /** `originals`: texts of what is said as they came, each under its name in the input. */
  file(input: FileInput, requester: Requester, key: string | undefined, originals: Originals): Promise<Receipt>;
  lookup(number: string, code: string, requester: Requester): Promise<Progress>;
  urge(
    number: string,
    code: string,
    requester: Requester,
    said: { note?: string },
    originals: Originals,
  ): Promise<Progress>;
  rate(number: string, code: string, requester: Requester, said: Rating, originals: Originals): Promise<Progress>;
  withdraw(
    number: string,
    code: string,
    requester: Requester,
    said: { reason?: string },
    originals: Originals,
  ): Promise<Progress>;
};
type Originals = readonly Original[];

export function portalCalls(hotline: Hotline): PortalCalls {
  const { limits } = hotline;
  const held = async (given: string, code: string, requester: Requester) => {
    // Spaces around it must not open a new count of wrong codes.
    const number = given.trim();
    const guess = { limits, requester, about: `code ${number}`, each: 'wrongCode' } as const;
    await refuseGuesser(guess);
    const appeal = await appealByNumber(hotline.store.reader, number);
    if (!appeal || appeal.queryCode !== code.trim().toUpperCase()) {
      await countGuess(guess);
      throw new Refusal('notFound', '编号或查询码不正确，请核对后重试。');
    }
    return appeal;
  };
  const progress = async (appeal: Appeal): Promise<Progress> => {
    const c = await findCase(hotline.store.reader, appeal.ticketId);
    const own = c?.appeals.find((a) => a.id === appeal.id);
    if (!c || !own) throw new Refusal('notFound', '编号或查询码不正确，请核对后重试。');
    const moment = hotline.catalog.moment(c.ticket.centreId, hotline.now(), citizenOf(own));
    const may = openActions(c, moment).filter(
      (o) => o.disabledReason === null && (o.target === null || o.target === own.id),
    );
    const can = (verb: VerbName) => may.some((o) => o.name === verb);
    const promised = clockWords(faceOf(own.promiseClock), moment.at, moment.calendar, 'zh');
    return {
      number: own.number,
      title: own.title,
      status: own.status === 'closed' ? 'closed' : c.ticket.status,
      receivedAt: own.receivedAt,
      promisedDueAt: own.promisedDueAt,
      promise: {
        words: promised.words,
        isLate: promised.state === 'overdue',
        isPaused: promised.state === 'paused',
      },
      answeredAt: own.answeredAt,
      answer: own.answer,
      outcome: own.outcome,
      canRate: can('recordCallback'),
      canUrge: can('urge'),
      canWithdraw: can('withdraw'),
      steps: await trailOf(hotline.store.reader, moment.directory, c, own.id),
    };
  };
  const does = async (about: Appeal, verb: VerbName, input: Record<string, unknown>, originals: Originals) =>
    progress(await hear(hotline, { about, verb, input, originals }));
  return {
    file: async (input, requester, key, originals) => {
      await countRequester(limits, 'appealAddress', requester);
      const named = input.phone?.replaceAll(/\D/g, '');
      if (named) await limits.count('appealPhone', named);
      const centre = [...hotline.catalog.directory().centres.values()][0];
      if (!centre) throw new Refusal('unavailable', '热线尚未开通，请稍后再试。');
      const { name, phone, confidential, title, wishesToPublish, kind, content, address, regionCode } = input;
      const appeal = await hear(hotline, {
        channel,
        centreId: centre.id,
        key,
        originals: renamed(originals, originalNames),
        appeal: {
          channel: 'web',
          kind,
          content,
          ...(title && title.trim().length >= 2 ? { title: title.trim() } : {}),
          ...(address ? { address } : {}),
          ...(regionCode ? { regionCode } : {}),
          ...(wishesToPublish ? { wishesToPublish } : {}),
          citizen: {
            name: name || null,
            phone: phone || null,
            identity: confidential ? 'confidential' : name || phone ? 'named' : 'anonymous',
          },
        },
      });
      const { number, queryCode, receivedAt, promisedDueAt, promiseClock } = appeal;
      const isProvisional = promiseClock.provisional ?? false;
      return { number, queryCode, receivedAt, promisedDueAt, isProvisional };
    },
    lookup: async (number, code, requester) => progress(await held(number, code, requester)),
    urge: async (number, code, requester, { note }, originals) =>
      does(await held(number, code, requester), 'urge', note ? { note } : {}, originals),
    rate: async (number, code, requester, rating, originals) => {
      const appeal = await held(number, code, requester);
      return does(appeal, 'recordCallback', { appealId: appeal.id, reached: 'reached', ...rating }, originals);
    },
    withdraw: async (number, code, requester, { reason }, originals) => {
      const appeal = await held(number, code, requester);
      return does(appeal, 'withdraw', { appealId: appeal.id, ...(reason ? { reason } : {}) }, originals);
    },
  };
}

export function portalRoutes(server: FastifyInstance, hotline: Hotline, calls: PortalCalls): void {
  serve(server, hotline, 'portalAppeal', 'public', async ({ body, request }) =>
    calls.file(body, requesterOf(request), idempotencyKey(request), originalsIn(body)),
  );
  serve(server, hotline, 'portalLookup', 'public', async ({ body, request }) =>
    calls.lookup(body.number, body.code, requesterOf(request)),
  );
  serve(server, hotline, 'portalUrge', 'public', async ({ params, body, request }) => {
    const { code, ...said } = body;
    return calls.urge(params.number, code, requesterOf(request), said, saidIn(body));
  });
  serve(server, hotline, 'portalRate', 'public', async ({ params, body, request }) => {
    const { code, ...said } = body;
    return calls.rate(params.number, code, requesterOf(request), said, saidIn(body));
  });
  serve(server, hotline, 'portalWithdraw', 'public', async ({ params, body, request }) => {
    const { code, ...said } = body;
    return calls.withdraw(params.number, code, requesterOf(request), said, saidIn(body));
  });
}

/** The query code is a secret, and is none of what is said. */
const saidIn = (body: object): Originals => originalsIn(body).filter(({ field }) => field !== 'code');

/** What of a web appeal is kept as it came, and under which name. */
const originalNames = { title: 'title', content: 'content', address: 'address', name: nameField };
