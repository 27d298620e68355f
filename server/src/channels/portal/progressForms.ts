import { changesMeaning } from '@hotline/shared/text/changesMeaning';
import { type Original, originalOf } from '@hotline/shared/text/original';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Requester, requesterOf } from '../../limits/requester.ts';
import { compact, isOneOf, limits, sent, tooLong, typed } from './answers.ts';
import type { Progress, Rating } from './calls.ts';
import { type LookupErrors, lookupPage, progressPage } from './pages.ts';
import { type ProgressAnswer, type ProgressErrors, type ProgressState, progressAnswers } from './progressPage.ts';
import { type Forms, open } from './show.ts';
import { askedSize, sizeCookie } from './size.ts';
import { turnedDown } from './turnedDown.ts';
import { satisfactionWords, solvedWords } from './words.ts';

type Sent = { readonly number: string; readonly code: string; readonly body: unknown } & Readonly<
  Record<ProgressAnswer, string>
>;
type Action = {
  readonly errors: (v: Sent) => ProgressErrors;
  readonly call: (v: Sent, requester: Requester) => Promise<Progress>;
};

/** `/portal/progress`: look an appeal up by number and query code; urge, rate, withdraw it. */
export function progressForms({ pages, portal, show }: Forms): void {
  const actions: Record<NonNullable<ProgressState['done']>, Action> = {
    urge: {
      errors: (v) => found({ urgeNote: tooLong('催办说明', v.urgeNote, limits.note) }),
      call: (v, requester) =>
        portal.urge(v.number, v.code, requester, v.urgeNote ? { note: v.urgeNote } : {}, came(v, 'note', 'urgeNote')),
    },
    rate: {
      errors: (v) =>
        found({
          solved: isOneOf(Object.keys(solvedWords), v.solved) ? undefined : '请选择问题是否解决',
          satisfaction: isOneOf(Object.keys(satisfactionWords), v.satisfaction) ? undefined : '请选择您是否满意',
          rateNote: tooLong('想说的话', v.rateNote, limits.note),
        }),
      call: (v, requester) => portal.rate(v.number, v.code, requester, ratingOf(v), came(v, 'note', 'rateNote')),
    },
    withdraw: {
      errors: (v) => found({ reason: tooLong('撤回原因', v.reason, limits.note) }),
      call: (v, requester) =>
        portal.withdraw(v.number, v.code, requester, v.reason ? { reason: v.reason } : {}, came(v, 'reason', 'reason')),
    },
  };

  pages.get('/portal/progress', open, (request, reply) => {
    const number = compact(sent(request.query, 'number')).slice(0, 32);
    return show(request, reply, (site) => lookupPage({ number, code: '' }, {}, site));
  });

  pages.post('/portal/progress', open, (request, reply) => {
    const values = read(request);
    const resized = askedSize(request) !== undefined;
    if (resized) reply.header('set-cookie', sizeCookie(request));
    const errors = holderErrors(values);
    if (Object.keys(errors).length === 0) return lookUp(request, reply, values);
    return show(request, reply, (site) => lookupPage(values, resized ? {} : errors, site), resized ? 200 : 400);
  });

  for (const [name, action] of Object.entries(actions) as [keyof typeof actions, Action][]) {
    pages.get(`/portal/progress/${name}`, open, (_, reply) => reply.redirect('/portal/progress', 303));
    pages.post(`/portal/progress/${name}`, open, async (request, reply) => {
      const values = read(request);
      const unknown = holderErrors(values);
      if (Object.keys(unknown).length > 0)
        return show(request, reply, (site) => lookupPage(values, unknown, site), 400);
      const errors = action.errors(values);
      if (Object.keys(errors).length > 0) return lookUp(request, reply, values, errors, 400);
      try {
        const progress = await action.call(values, requesterOf(request));
        return show(request, reply, (site) => progressPage(progress, { code: values.code, done: name }, site));
      } catch (error) {
        const { message, status } = turnedDown(error, { request, reply }, '您填写的内容已保留');
        return lookUp(request, reply, values, { form: message }, status);
      }
    });
  }

  async function lookUp(
    request: FastifyRequest,
    reply: FastifyReply,
    values: Sent,
    errors: ProgressErrors = {},
    status = 200,
  ) {
    try {
      const progress = await portal.lookup(values.number, values.code, requesterOf(request));
      return show(
        request,
        reply,
        (site) => progressPage(progress, { code: values.code, values, errors }, site),
        status,
      );
    } catch (error) {
      const failed = turnedDown(error, { request, reply }, '没有查到进展');
      const shown: LookupErrors = failed.status === 404 ? { number: failed.message } : { form: failed.message };
      return show(request, reply, (site) => lookupPage(values, shown, site), failed.status);
    }
  }
}

function read(request: FastifyRequest): Sent {
  const written = Object.fromEntries(progressAnswers.map((name) => [name, sent(request.body, name)]));
  const held = { number: compact(sent(request.body, 'number')), code: compact(sent(request.body, 'code')) };
  return { ...(written as Record<ProgressAnswer, string>), ...held, body: request.body };
}

/** What the citizen wrote into one field, as it came, where cleaning changed what it says. */
function came({ body }: Sent, field: string, name: ProgressAnswer): Original[] {
  const written = typed(body, name);
  return changesMeaning(written) ? [originalOf(field, written, limits.note)] : [];
}

const holderErrors = ({ number, code }: Sent): LookupErrors =>
  found({
    number: number === '' ? '请填写诉求编号' : fits(number, 32) ? undefined : '诉求编号不对，请照收到的号码核对',
    code: code === '' ? '请填写查询码' : fits(code, 16) ? undefined : '查询码不对，请照收到的号码核对',
  });
const fits = (text: string, most: number) => text.length >= 4 && text.length <= most;

const ratingOf = (v: Sent): Rating => ({
  solved: v.solved as Rating['solved'],
  satisfaction: v.satisfaction as Rating['satisfaction'],
  ...(v.rateNote && { note: v.rateNote }),
});

const found = <Name extends string>(errors: Partial<Record<Name, string | undefined>>) =>
  Object.fromEntries(Object.entries(errors).filter(([, text]) => text !== undefined)) as Partial<Record<Name, string>>;
