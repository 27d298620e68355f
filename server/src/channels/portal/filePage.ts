import { readPhones } from '@hotline/shared/citizen/readPhones';
import { answerNames, type FileErrors, type FileValues, limits, type Step, stepNames, steps } from './answers.ts';
import { asItCameFields } from './asItCame.ts';
import { checkbox, errorSummary, hidden, radios, select, textArea, textInput, trap } from './fields.ts';
import { type Html, html, type Part } from './html.ts';
import { layout, plainSite, type Site } from './layout.ts';
import { identities, identityWords, kindWords } from './words.ts';

/** One question a page. The answers of the other steps travel along in hidden fields, so no session is needed. */
export function filePage(values: FileValues, errors: FileErrors = {}, site: Site = plainSite): string {
  const { step } = values;
  const wrong = Object.keys(errors).length > 0;
  const here: readonly string[] = steps[step];
  const body = html`
    ${step === 'kind' && !values.reviewed ? html`<a class="back" href="/portal">返回首页</a>` : html`<button class="back" type="submit" form="answers" name="go" value="back">返回上一步</button>`}
    ${errorSummary(Object.entries(errors).map(([name, text]) => ({ id: name === 'form' ? undefined : name, text })))}
    <p class="progress">第 ${stepNames.indexOf(step) + 1} 步，共 ${stepNames.length} 步</p>
    <p class="notice" id="draft-notice" role="status" hidden>已恢复您上次没有提交的内容。<button type="button" class="link" data-clear-draft>清空重填</button></p>
    <form id="answers" method="post" action="/portal/new" novalidate data-draft="${answerNames.every((name) => values[name] === '') ? 'fresh' : 'under way'}">
      ${answerNames.filter((name) => !here.includes(name)).map((name) => hidden(name, values[name]))}
      ${asItCameFields(values.asItCame, here).map(([name, text]) => hidden(name, text))}
      ${hidden('step', step)}${hidden('reviewed', values.reviewed ? 'yes' : '')}${hidden('key', values.key)}${trap}
      ${questions[step](values, errors, site)}
    </form>`;
  return layout({ title: titles[step], body, here: 'new', wrong, size: 'answers' }, site);
}

const titles: Record<Step, string> = {
  kind: '您想反映哪一类事项？',
  content: '请说说具体情况',
  contact: '怎样与您联系？',
  check: '请检查后提交',
};

type Question = (values: FileValues, errors: FileErrors, site: Site) => Part;
const next = html`<button class="main" type="submit" name="go" value="next">继续</button>`;

const questions: Record<Step, Question> = {
  kind: (v, e) => [
    radios(
      {
        name: 'kind',
        label: titles.kind,
        hint: '拿不准也没关系，选最接近的一项就行，工作人员会帮您核对。',
        error: e.kind,
        value: v.kind,
      },
      Object.entries(kindWords).map(([value, words]) => ({ value, ...words })),
      true,
    ),
    next,
  ],
  content: (v, e, site) => [
    html`<h1>${titles.content}</h1>`,
    textArea(
      {
        name: 'content',
        label: '诉求内容',
        hint: '什么时间、什么地点、发生了什么事，希望怎样解决。请不要写身份证号、银行卡号。',
        error: e.content,
        value: v.content,
      },
      8,
      limits.content,
    ),
    site.regions.length > 0 &&
      select(
        { name: 'regionCode', label: '所在区县', error: e.regionCode, value: v.regionCode, optional: true },
        site.regions.map(({ code, name }) => ({ value: code, term: name })),
      ),
    textInput(
      {
        name: 'address',
        label: '详细地点',
        hint: '例如：五四路 128 号门口、某某小区 3 号楼。写得越准，办得越快。',
        error: e.address,
        value: v.address,
        optional: true,
      },
      html`autocomplete="off"`,
    ),
    next,
  ],
  contact: (v, e) => [
    html`<h1>${titles.contact}</h1>`,
    radios(
      { name: 'identity', label: '您希望怎样留下身份？', error: e.identity, value: v.identity },
      identities.map((value) => ({ value, ...identityWords[value] })),
    ),
    html`<div class="contact">
      ${textInput({ name: 'name', label: '怎么称呼您', hint: '例如：张女士', error: e.name, value: v.name, optional: true }, html`autocomplete="name"`)}
      ${textInput({ name: 'phone', label: '联系电话', hint: '手机或固定电话。选「匿名」不用填。', error: e.phone, value: v.phone }, html`autocomplete="tel" inputmode="tel"`)}
    </div>`,
    checkbox({
      name: 'publish',
      label: '同意公开这件诉求和答复（选填）',
      hint: '公开前会隐去您的个人信息。是否公开，由政府部门审核决定。',
      value: v.publish,
    }),
    next,
  ],
  check: (v, _, site) => html`
    <h1>${titles.check}</h1>
    <dl class="check">
      ${row('诉求类型', kindTerm(v.kind), 'kind')}
      ${row('诉求内容', v.content, 'content')}
      ${site.regions.length > 0 && row('所在区县', site.regions.find((r) => r.code === v.regionCode)?.name, 'content')}
      ${row('详细地点', v.address, 'content')}
      ${row('身份', identityTerm(v.identity), 'contact')}
      ${v.identity !== 'anonymous' && [row('称呼', v.name, 'contact'), row('联系电话', phoneShown(v.phone), 'contact')]}
      ${row('是否同意公开', v.publish === 'yes' ? '同意' : '不公开', 'contact')}
    </dl>
    <p>请您确认以上情况属实。提交后会得到诉求编号、查询码和承诺的答复日期。</p>
    <button class="main" type="submit" name="go" value="send">提交诉求</button>`,
};

/** The citizen can still mend a number that nobody will be able to ring; it is taken either way. */
const phoneShown = (written: string): string =>
  written === '' || readPhones(written, anyArea).length > 0
    ? written
    : `号码读不出：${written}（可点「更改」核对，也可照此提交）`;
/** Whether it is a number does not hang on which area it is dialled in. */
const anyArea = '0591';

const kindTerm = (kind: string) => Object.entries(kindWords).find(([value]) => value === kind)?.[1].term;
const identityTerm = (identity: string) =>
  Object.entries(identityWords).find(([value]) => value === identity)?.[1].term;

function row(label: string, value: string | undefined, step: Step): Html {
  return html`<div><dt>${label}</dt><dd${!value && html` class="empty"`}>${value || '未填写'}</dd>
    <dd class="change"><button class="link" type="submit" name="go" value="${step}">更改<span class="spoken">${label}</span></button></dd></div>`;
}
