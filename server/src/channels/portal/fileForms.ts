import { randomUUID } from 'node:crypto';
import { Refusal } from '@hotline/shared/refusal';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { requesterOf } from '../../limits/requester.ts';
import {
  appealOf,
  errorsIn,
  type FileErrors,
  type FileValues,
  firstWrongStep,
  isOneOf,
  noAnswers,
  readAnswers,
  type Step,
  sent,
  stepNames,
} from './answers.ts';
import { originalsSent, readAsItCame } from './asItCame.ts';
import { trapName } from './fields.ts';
import { filePage, receiptPage } from './pages.ts';
import { type Forms, open } from './show.ts';
import { askedSize, sizeCookie } from './size.ts';
import { turnedDown } from './turnedDown.ts';

/** `/portal/new`: the steps of a new appeal, and sending it. */
export function fileForms({ pages, portal, show }: Forms): void {
  pages.get('/portal/new', open, (request, reply) =>
    show(request, reply, (site) =>
      filePage({ ...noAnswers, step: 'kind', reviewed: false, key: randomUUID(), asItCame: {} }, {}, site),
    ),
  );

  pages.post('/portal/new', open, (request, reply) => {
    const values = readValues(request);
    const regions = portal.regions?.() ?? [];
    const page = (change: Partial<FileValues>, errors: FileErrors = {}, status = 200) =>
      // Kept by this browser alone, so that its Back button works between the steps.
      show(
        request,
        reply.header('cache-control', 'private, no-cache'),
        (site) => filePage({ ...values, ...change }, errors, site),
        status,
      );

    if (askedSize(request)) {
      reply.header('set-cookie', sizeCookie(request));
      return page({});
    }
    if (sent(request.body, trapName) !== '') return page({}, { form: doubted }, 400);
    const go = sent(request.body, 'go') || (values.step === 'check' ? 'send' : 'next');
    if (isOneOf(stepNames, go)) return page({ step: go });
    if (go === 'back')
      return page({ step: values.reviewed && values.step !== 'check' ? 'check' : before(values.step) });

    const wrong = go === 'send' ? firstWrongStep(values, regions) : undefined;
    const step = wrong ?? values.step;
    const errors = errorsIn(step, values, regions);
    if (Object.keys(errors).length > 0) return page({ step }, errors, 400);
    if (go !== 'send') return page(after(values, firstWrongStep(values, regions)));
    return send(request, reply, values);
  });

  async function send(request: FastifyRequest, reply: FastifyReply, values: FileValues) {
    try {
      const input = appealOf(values);
      const originals = originalsSent(values.asItCame, input);
      const receipt = await portal.file(input, requesterOf(request), values.key, originals);
      return show(request, reply, (site) => receiptPage(receipt, site), 201);
    } catch (error) {
      const { message, status } = turnedDown(error, { request, reply }, '您填写的内容已保留');
      const changed = error instanceof Refusal && error.code === 'idempotencyMismatch';
      const again = { ...values, key: changed ? randomUUID() : values.key, step: 'check', reviewed: true } as const;
      return show(request, reply, (site) => filePage(again, { form: changed ? alreadySent : message }, site), status);
    }
  }
}

const doubted = '没能确认这是您本人的操作，请再点一次按钮。';
const alreadySent =
  '这份表单之前已经提交成功过，现在的内容与那时不同。如果要作为新的一件提交，请再点一次「提交诉求」。';

function readValues(request: FastifyRequest): FileValues {
  const step = sent(request.body, 'step');
  const key = sent(request.body, 'key');
  const answers = readAnswers(request.body);
  return {
    ...answers,
    asItCame: readAsItCame(request.body, answers),
    step: isOneOf(stepNames, step) ? step : 'kind',
    reviewed: sent(request.body, 'reviewed') === 'yes',
    key: /^[A-Za-z0-9-]{16,64}$/.test(key) ? key : randomUUID(),
  };
}

const before = (step: Step): Step => stepNames[Math.max(0, stepNames.indexOf(step) - 1)] ?? 'kind';

/** On to the next step; after the check page was seen, straight back to it unless another answer is still missing. */
function after({ step, reviewed }: FileValues, wrong: Step | undefined): Pick<FileValues, 'step' | 'reviewed'> {
  const next = reviewed ? (wrong ?? 'check') : (stepNames[stepNames.indexOf(step) + 1] ?? 'check');
  return { step: next, reviewed: reviewed || next === 'check' };
}
