import { type Errors, limits } from './answers.ts';
import type { Progress } from './calls.ts';
import { dueInWords, timeInWords } from './dates.ts';
import { type Choice, errorSummary, hidden, radios, textArea } from './fields.ts';
import { type Html, html } from './html.ts';
import { layout, plainSite, type Site } from './layout.ts';
import { outcomeTerm, satisfactionWords, solvedWords, statusWords } from './words.ts';

export const progressAnswers = ['urgeNote', 'solved', 'satisfaction', 'rateNote', 'reason'] as const;
export type ProgressAnswer = (typeof progressAnswers)[number];
export type ProgressErrors = Errors<ProgressAnswer>;
/** What the page needs beside the progress: the code for its buttons, what just happened, what was typed and is wrong. */
export type ProgressState = {
  readonly code: string;
  readonly done?: 'urge' | 'rate' | 'withdraw' | undefined;
  readonly values?: Partial<Record<ProgressAnswer, string>>;
  readonly errors?: ProgressErrors;
};

export function progressPage(progress: Progress, state: ProgressState, site: Site = plainSite): string {
  const errors = state.errors ?? {};
  const words = statusWords[progress.status];
  const body = html`
    <a class="back" href="/portal/progress">查询另一件</a>
    ${errorSummary(Object.entries(errors).map(([name, text]) => ({ id: name === 'form' ? undefined : name, text })))}
    ${state.done && html`<p class="notice good" role="status">${doneWords[state.done]}</p>`}
    <p class="progress">诉求编号 <span class="number">${progress.number}</span></p>
    <h1>${progress.title}</h1>
    <div class="status ${progress.status === 'closed' ? 'good' : ''}">
      <p class="term">${words.term}${progress.outcome && html`<span>：${outcomeTerm(progress.outcome)}</span>`}</p>
      <p>${words.now}${progress.canRate && '请您评价，您的评价会计入承办单位的考核。'}</p>
    </div>
    <dl class="facts">
      <div><dt>提交时间</dt><dd>${timeInWords(progress.receivedAt, site.utcOffsetMinutes)}</dd></div>
      ${promise(progress, site)}
    </dl>
    ${progress.answer !== null && html`<section aria-labelledby="answer"><h2 id="answer">答复</h2><p class="words">${progress.answer}</p></section>`}
    ${progress.canRate && rating(progress, state)}
    ${history(progress, site)}
    <section class="noprint" aria-labelledby="actions"><h2 id="actions">您可以</h2>
      <form id="answers" method="post" action="/portal/progress">${holder(progress, state)}
        <p class="buttons"><button class="plain" type="submit">刷新进展</button> <button class="plain" type="button" data-print hidden>打印本页</button></p></form>
      ${progress.canUrge && urging(progress, state)}
      ${progress.canWithdraw && withdrawal(progress, state)}
    </section>`;
  const wrong = Object.keys(errors).length > 0;
  return layout(
    { title: `${words.term} - 诉求 ${progress.number}`, body, here: 'progress', wrong, size: 'answers' },
    site,
  );
}

const doneWords = {
  urge: '已经替您催办，承办单位会看到。',
  rate: '已收到您的评价，谢谢您。',
  withdraw: '诉求已撤回，不再继续办理。',
} as const;

function promise(
  { promisedDueAt, promise: { words, isLate, isPaused }, answeredAt, status }: Progress,
  site: Site,
): Html | false {
  if (answeredAt !== null)
    return html`<div><dt>答复时间</dt><dd>${timeInWords(answeredAt, site.utcOffsetMinutes)}</dd></div>`;
  if (status === 'closed') return false;
  return html`<div><dt>承诺答复</dt><dd><strong>${dueInWords(promisedDueAt, site.utcOffsetMinutes)}</strong> <div>${words}${isPaused && '，暂停的时间顺延'}</div>
    ${isLate && html`<span class="late">已超过承诺时间，向您致歉。热线中心正在督促承办单位，您也可以催办。</span>`}</dd></div>`;
}

function history({ steps }: Progress, site: Site): Html | false {
  const shown = steps.map(
    ({ at, sentence }) =>
      html`<li><p>${sentence}</p><time datetime="${at}">${timeInWords(at, site.utcOffsetMinutes)}</time></li>`,
  );
  return (
    shown.length > 0 &&
    html`<section aria-labelledby="history"><h2 id="history">办理经过</h2><ol class="history">${shown}</ol></section>`
  );
}

const holder = (progress: Progress, state: ProgressState) => [
  hidden('number', progress.number),
  hidden('code', state.code),
];

const choices = (words: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(words).map(([value, term]) => ({ value, term }));

const rating = (progress: Progress, { errors = {}, values = {}, ...state }: ProgressState): Html => html`
  <section class="noprint" aria-labelledby="rating"><h2 id="rating">请您评价</h2>
    <form method="post" action="/portal/progress/rate" novalidate>${holder(progress, state)}
      ${radios({ name: 'solved', label: '您反映的问题解决了吗？', error: errors.solved, value: values.solved ?? '' }, choices(solvedWords))}
      ${radios({ name: 'satisfaction', label: '您对办理结果满意吗？', error: errors.satisfaction, value: values.satisfaction ?? '' }, choices(satisfactionWords))}
      ${textArea({ name: 'rateNote', label: '想说的话', hint: '如果不满意，请告诉我们哪里没有办好。', error: errors.rateNote, value: values.rateNote ?? '', optional: true }, 3, limits.note)}
      <button class="main" type="submit">提交评价</button>
    </form></section>`;

const urging = (progress: Progress, { errors = {}, values = {}, ...state }: ProgressState): Html => html`
  <details${errors.urgeNote && html` open`}><summary>催办</summary>
    <form method="post" action="/portal/progress/urge" novalidate>${holder(progress, state)}
      ${textArea({ name: 'urgeNote', label: '催办说明', hint: '有新情况可以写在这里。', error: errors.urgeNote, value: values.urgeNote ?? '', optional: true }, 3, limits.note)}
      <button class="main" type="submit">确认催办</button>
    </form></details>`;

const withdrawal = (progress: Progress, { errors = {}, values = {}, ...state }: ProgressState): Html => html`
  <details${errors.reason && html` open`}><summary>撤回诉求</summary>
    <form method="post" action="/portal/progress/withdraw" novalidate>${holder(progress, state)}
      <p>撤回后不再办理，也不能恢复；如有需要，可以重新提交。</p>
      ${textArea({ name: 'reason', label: '撤回原因', error: errors.reason, value: values.reason ?? '', optional: true }, 3, limits.note)}
      <button class="main danger" type="submit">确认撤回</button>
    </form></details>`;
