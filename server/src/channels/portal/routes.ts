import { appealByNumber } from '@hotline/db/cases/appeals';
import { findCase } from '@hotline/db/cases/cases';
import type { Answer, Call } from '@hotline/shared/api/client';
import { Refusal } from '@hotline/shared/refusal';
import { faceOf } from '@hotline/shared/ticket/clocks/clock';
import { clockWords } from '@hotline/shared/ticket/clocks/clockWords';
import { openActions } from '@hotline/shared/ticket/lifecycle';
import type { Appeal } from '@hotline/shared/ticket/model/appeal';
import type { VerbName } from '@hotline/shared/ticket/verbs/index';
import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../../app/hotline.ts';
import { serve } from '../../app/route.ts';
import { idempotencyKey } from '../../tickets/routes.ts';
import { citizenOf, hear } from '../hear.ts';
import { openLimits } from './limits.ts';
import { trailOf } from './trail.ts';

export type FileInput = Call<'portalAppeal'>['body'];
export type Receipt = Answer<'portalAppeal'>;
export type Progress = Answer<'portalLookup'>;
const channel = 'portal';
type Rating = Omit<Call<'portalRate'>['body'], 'code'>;

/** What a citizen may do, for the JSON routes and the plain HTML pages alike. */
export type PortalCalls = {
  file(input: FileInput, ip: string, key?: string): Promise<Receipt>;
  lookup(number: string, code: string, ip: string): Promise<Progress>;
  urge(number: string, code: string, ip: string, note?: string): Promise<Progress>;
  rate(number: string, code: string, ip: string, rating: Rating): Promise<Progress>;
  withdraw(number: string, code: string, ip: string, reason?: string): Promise<Progress>;
};

export function portalCalls(hotline: Hotline): PortalCalls {
  const limits = openLimits();
  const held = async (given: string, code: string, ip: string) => {
    // Spaces around it must not open a new count of wrong codes.
    const number = given.trim();
    limits.lookup(ip, number, Date.parse(hotline.now()));
    const appeal = await appealByNumber(hotline.store.reader, number);
    if (!appeal || appeal.queryCode !== code.trim().toUpperCase()) {
      limits.failed(ip, number, Date.parse(hotline.now()));
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
      promise: { words: promised.words, isLate: promised.state === 'overdue' },
      answeredAt: own.answeredAt,
      answer: own.answer,
      outcome: own.outcome,
      canRate: can('recordCallback'),
      canUrge: can('urge'),
      canWithdraw: can('withdraw'),
      steps: await trailOf(hotline.store.reader, moment.directory, c, own.id),
    };
  };
  const does = async (appeal: Appeal, verb: VerbName, input: Record<string, unknown>): Promise<Progress> => {
    return progress(await hear(hotline, { about: appeal, verb, input }));
  };
  return {
    file: async (input, ip, key) => {
      limits.file(ip, Date.parse(hotline.now()));
      const centre = [...hotline.catalog.directory().centres.values()][0];
      if (!centre) throw new Refusal('unavailable', '热线尚未开通，请稍后再试。');
      const { name, phone, confidential, title, wishesToPublish, kind, content, address, regionCode } = input;
      const appeal = await hear(hotline, {
        channel,
        centreId: centre.id,
        key,
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
      const { number, queryCode, receivedAt, promisedDueAt } = appeal;
      return { number, queryCode, receivedAt, promisedDueAt };
    },
    lookup: async (number, code, ip) => progress(await held(number, code, ip)),
    urge: async (number, code, ip, note) => does(await held(number, code, ip), 'urge', note ? { note } : {}),
    rate: async (number, code, ip, rating) => {
      const appeal = await held(number, code, ip);
      return does(appeal, 'recordCallback', { appealId: appeal.id, reached: 'reached', ...rating });
    },
    withdraw: async (number, code, ip, reason) => {
      const appeal = await held(number, code, ip);
      return does(appeal, 'withdraw', { appealId: appeal.id, ...(reason ? { reason } : {}) });
    },
  };
}

export function portalRoutes(server: FastifyInstance, hotline: Hotline, calls: PortalCalls): void {
  serve(server, hotline, 'portalAppeal', 'public', async ({ body, request }) =>
    calls.file(body, request.ip, idempotencyKey(request)),
  );
  serve(server, hotline, 'portalLookup', 'public', async ({ body, request }) =>
    calls.lookup(body.number, body.code, request.ip),
  );
  serve(server, hotline, 'portalUrge', 'public', async ({ params, body, request }) =>
    calls.urge(params.number, body.code, request.ip, body.note),
  );
  serve(server, hotline, 'portalRate', 'public', async ({ params, body: { code, ...rating }, request }) =>
    calls.rate(params.number, code, request.ip, rating),
  );
  serve(server, hotline, 'portalWithdraw', 'public', async ({ params, body, request }) =>
    calls.withdraw(params.number, body.code, request.ip, body.reason),
  );
}
