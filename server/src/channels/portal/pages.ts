import type { Errors } from './answers.ts';
import type { Receipt } from './calls.ts';
import { dueInWords, timeInWords } from './dates.ts';
import { errorSummary, hidden, textInput } from './fields.ts';
import { html } from './html.ts';
import { layout, plainSite, type Site } from './layout.ts';

export { filePage } from './filePage.ts';
export { progressPage } from './progressPage.ts';

export function landingPage(site: Site = plainSite): string {
  const body = html`
    <h1>有事请说，我们来办</h1>
    <p class="lead">咨询政策、遇到困难、投诉举报、提建议，都可以在这里提交。不用注册，大约 3 分钟。</p>
    <p><a class="main go" href="/portal/new">提交诉求</a></p>
    <p><a class="plain go" href="/portal/progress">查询办理进展</a></p>
    <h2>需要准备什么</h2>
    <ul>
      <li>事情的时间、地点和经过</li>
      <li>您希望怎样解决</li>
      <li>联系电话（可以要求保密，也可以匿名）</li>
    </ul>
    <h2>提交以后</h2>
    <p>您会马上得到<strong>诉求编号</strong>、<strong>查询码</strong>和<strong>承诺答复日期</strong>。凭编号和查询码可以随时查看进展、催办、评价或撤回。</p>
    <details><summary>哪些事项请走其他渠道</summary>
      <ul>
        <li>正在发生的危险、火灾、伤病：请拨打 110、119、120</li>
        <li>应当通过诉讼、仲裁、行政复议、政府信息公开等法定程序解决的事项</li>
        <li>纪检监察举报：请拨打 12388</li>
        <li>涉及国家秘密、商业秘密的事项</li>
      </ul></details>`;
  return layout({ title: '网上提交诉求', body, size: 'own' }, site);
}

export function receiptPage(receipt: Receipt, site: Site = plainSite): string {
  const body = html`
    <div class="receipt" data-filed>
      <h1>诉求已提交</h1>
      <dl>
        <div><dt>诉求编号</dt><dd class="number" id="number">${receipt.number}</dd></div>
        <div><dt>查询码</dt><dd class="number" id="code">${receipt.queryCode}</dd></div>
      </dl>
    </div>
    <p><strong>请记下或打印这两个号码。</strong>查询进展时两个都要用到；为保护您的信息，查询码请不要告诉别人。</p>
    <p class="noprint buttons"><button class="plain" type="button" data-copy hidden>复制编号和查询码</button> <button class="plain" type="button" data-print hidden>打印本页</button></p>
    <p id="copied" role="status"></p>
    <h2>接下来</h2>
    <ol class="next">
      <li>热线中心核对情况，交给负责的单位办理。您不用做什么。</li>
      <li>办理中可能与您电话核实（匿名诉求除外）。</li>
      <li><strong class="promise">${dueInWords(receipt.promisedDueAt, site.utcOffsetMinutes)}</strong>答复您。${receipt.isProvisional ? '这一时间为暂定，该年放假安排公布后可能调整。' : ''}到时没有答复，您可以催办。</li>
      <li>收到答复后，请您评价。不满意，请如实告诉我们。</li>
    </ol>
    <p class="hint">提交时间：${timeInWords(receipt.receivedAt, site.utcOffsetMinutes)}</p>
    <form class="noprint apart" method="post" action="/portal/progress">${hidden('number', receipt.number)}${hidden('code', receipt.queryCode)}
      <button class="main" type="submit">查看办理进展</button></form>`;
  return layout({ title: '诉求已提交', body, here: 'new', size: 'scriptOnly' }, site);
}

export type LookupValues = { readonly number: string; readonly code: string };
export type LookupErrors = Errors<keyof LookupValues>;

export function lookupPage(values: LookupValues, errors: LookupErrors = {}, site: Site = plainSite): string {
  const body = html`
    <a class="back" href="/portal">返回首页</a>
    ${errorSummary(Object.entries(errors).map(([name, text]) => ({ id: name === 'form' ? undefined : name, text })))}
    <form id="answers" method="post" action="/portal/progress" novalidate>
      <h1>查询办理进展</h1>
      ${textInput({ name: 'number', label: '诉求编号', hint: '提交成功时显示在页面上，或由话务员告诉您。', error: errors.number, value: values.number }, html`autocomplete="off" autocapitalize="characters" spellcheck="false"`)}
      ${textInput({ name: 'code', label: '查询码', hint: '与诉求编号一起给您的号码。', error: errors.code, value: values.code }, html`autocomplete="off" autocapitalize="off" spellcheck="false"`)}
      <button class="main" type="submit">查询</button>
    </form>
    <p class="apart">号码找不到了？请拨打 <a href="tel:12345">12345</a>，核实身份后由话务员为您查询。</p>`;
  const wrong = Object.keys(errors).length > 0;
  return layout({ title: '查询办理进展', body, here: 'progress', wrong, size: 'answers' }, site);
}

/** When nothing else can be shown: what happened and what to do next. */
export function sorryPage(message: string, site: Site = plainSite): string {
  const body = html`
    <h1>暂时无法处理</h1>
    <p class="lead">${message}</p>
    <p>事情着急，请直接拨打 <a href="tel:12345">12345</a>。</p>
    <p><a class="plain go" href="/portal">返回首页</a></p>`;
  return layout({ title: '暂时无法处理', body, size: 'scriptOnly' }, site);
}
