import { channelTerms, identityTerms, kindTerms, serviceTerms, urgencyTerms } from '@hotline/shared/catalog/terms';
import type { FieldName } from '@hotline/shared/imports/fields';

type WordField = 'kind' | 'service' | 'channel' | 'urgency' | 'identity' | 'status';
const wordFields = ['kind', 'service', 'channel', 'urgency', 'identity', 'status'] as const satisfies WordField[];
export const isWordField = (name: FieldName): name is WordField => wordFields.some((field) => field === name);

/** What other systems say for a word of ours; the first pattern that fits wins. */
const sayings: Record<WordField, readonly (readonly [string, RegExp])[]> = {
  kind: [
    ['inquiry', /咨询|询问|查询/],
    ['complaint', /投诉/],
    ['report', /举报|违法线索/],
    ['praise', /表扬|感谢/],
    ['suggestion', /建议|意见/],
    ['help', /求助|求决|申诉求决|诉求|报修|帮助/],
  ],
  service: [],
  channel: [
    ['phone', /电话|来电|热线|话务|呼入|12345/],
    ['wechat', /微信|公众号|小程序/],
    ['app', /app|客户端|手机端|移动端/i],
    ['sms', /短信/],
    ['email', /邮件|邮箱|e-?mail/i],
    ['letter', /信函|来信|信件/],
    ['visit', /来访|走访|窗口|现场/],
    ['transfer', /转交|转办|转来|上级|交办/],
    ['web', /网站|网络|网上|互联网|门户|网页|web/i],
  ],
  urgency: [
    ['critical', /特急|特别紧急|非常紧急/],
    ['urgent', /^急$|紧急|加急|急件/],
    ['normal', /一般|普通|正常|平件|^平$/],
  ],
  identity: [
    ['confidential', /保密/],
    ['anonymous', /匿名/],
    ['named', /实名/],
  ],
  status: [
    ['open', /未|待|在办|办理中|处理中|进行|转办|已派|已签收|受理中|登记|退回|延期|挂起|超期中|open/i],
    ['closed', /办结|已办|完成|归档|关闭|结案|已回复|已答复|办毕|closed/i],
  ],
};

const own = {
  kind: kindTerms,
  service: serviceTerms,
  channel: channelTerms,
  urgency: urgencyTerms,
  identity: identityTerms,
};

/** Our word for theirs: the same term, or a saying that is known; null where only a person can say. */
export function wordFor(field: WordField, theirs: string): string | null {
  const text = theirs.normalize('NFKC').trim();
  if (field !== 'status') {
    const same = Object.entries(own[field]).find(([word, term]) => word === text || term.zh === text);
    if (same) return same[0];
  } else if (text === 'open' || text === 'closed') return text;
  return sayings[field].find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
