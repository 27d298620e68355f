import { maskName } from '../citizen/masking.ts';

const longest = 40;
/** From so many characters on a clause is a title. */
const enoughClause = 20;

/**
 * Without a title of its own an appeal is named by the first sentence that says something of its matter: without greetings,
 * formulas and announcements, with long numbers and names of people masked. It is never empty for a content that has words.
 */
export function titleFrom(content: string): string {
  const plain = content.replace(/\s+/g, ' ').trim();
  const sentences = plain.split(/[。！？!?；;]/).map(withoutOpening);
  const [first = ''] = sentences;
  const telling = sentences.find(tells) ?? (letters(first) >= 2 ? first : plain);
  const shown = [...masked(telling)];
  // Forty signs before the first word are no title.
  const word = shown.findIndex((character) => letters(character) > 0);
  const start = word < longest ? 0 : word;
  return ended(shown.slice(start, start + longest).join(''), shown.length > start + longest).replace(
    /[，,、：:\s]+$/,
    '',
  );
}

/** What had to be cut ends with its last whole clause, unless too little would be left. */
function ended(title: string, isCut: boolean): string {
  const clause = isCut ? Math.max(title.lastIndexOf('，'), title.lastIndexOf(',')) : -1;
  return clause >= enoughClause ? title.slice(0, clause) : title;
}

const whom = '(?:各位|相关|有关|市|县|区|镇|省|政府|热线|平台|部门|单位|部|委|局|党委|信箱|栏目|的|12345)*';
const office =
  '(?:领导|市长|书记|局长|县长|区长|镇长|主任|同志|工作人员|客服|人员|老师|部门|政府|热线|朋友|先生|女士|信箱)';
/** What may stand before the matter, one after another. */
const openings = [
  /^(?:[\s、，,：:~～\-—·….．]+|\d{1,2}[、.．)）：:](?!\d)\s*|[一二三四五六七八九十]{1,2}[、.．])/u,
  /^(?:该|有)?(?:市民|来电人|诉求人|网民|群众|居民)(?:来电|来信|致电)?(?:反映|咨询|投诉|举报|求助|建议|表示|称|说)?[，,：:、\s]*/u,
  /^(?:尊敬|敬爱|亲爱)的[^，,：:\s]{0,24}(?:[，,：:\s]+|$)/u,
  new RegExp(
    `^${whom}(?:[\\p{Script=Han}]{1,3})?${office}们?[，,：:\\s]*(?:[您你]们?)?好?[啊呀]?(?:[，,：:\\s~～]+|$)`,
    'u',
  ),
  /^(?:[您你]们?|[各们]?位?领导们?|大家|早上|上午|中午|下午|晚上)(?:好|辛苦了)?[啊呀]?[，,：:\s~～]+/u,
  /^(?:[您你]们?|大家|早上|上午|中午|下午|晚上)好[啊呀]?/u,
  /^(?:hello|hi|hey)[，,\s]*/iu,
  /^(?:打扰(?:一下|了|您了)?|麻烦(?:您|你们?)?(?:了|一下)?|辛苦(?:您|你们?)?了|谢谢(?:您|你们?)?|感谢|不好意思)[，,、\s]+/u,
  /^(?:我|本人|我们)?(?:现在|今天|这次)?(?:想|要|特|在此|来|需要|希望|就)*(?:向[^，,：:]{1,12})?(?:反映|投诉|咨询|举报|求助|请教|反馈|请问|问|了解|打听)(?:一下|下|以下|如下)?(?:一个|几个|两个|几点|个|些|件)?(?:问题|情况|事情|事项|事)?(?:是?这样的?|如下|：|:)?(?:[，,：:、\s]+|$)/u,
  /^(?:我|本人|我们)?(?:想|要|特|在此|来|需要)+(?:反映|投诉|咨询|举报|求助|请教|反馈|请问|问|了解|打听)(?:一下|下)?(?=\p{Script=Han}{4})/u,
  /^(?:具体|事情|情况|问题|经过|内容|诉求|标题|主题|事由|反映)(?:情况|内容|经过|问题|描述|是这样的?|如下|是)*[，,：:\s]+/u,
  /^请问(?:一下)?[，,：:\s]*/u,
] as const;

function withoutOpening(sentence: string): string {
  let rest = sentence.trim();
  for (let before = ''; before !== rest; ) {
    before = rest;
    for (const opening of openings) {
      rest = rest.replace(opening, '').trim();
    }
  }
  return rest;
}

/** Sentences that only lead to the matter or close it. */
const empty =
  /^(?:我|本人|我们)?(?:是|叫)?[^，,]{0,12}(?:居民|市民|业主|村民|群众|网友|住户|家长|学生|员工)$|^(?:谢谢|感谢|望|希望|盼|请|恳请|麻烦|辛苦|此致|敬礼|打扰)[^，,]{0,12}(?:回复|重视|解决|答复|处理|帮助|支持|关注|谢谢|您|你们?|了|领导)?$|^(?:我|本人|我们)?(?:有|想|要)[^，,]{0,8}(?:问题|情况|事情|事|反映|咨询|投诉|请教|求助)$/u;

const tells = (sentence: string): boolean => letters(sentence) >= 4 && !empty.test(sentence);

const letters = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** Seven digits and more are a telephone, an identity card, an account; amounts and spans of years are not. */
function masked(text: string): string {
  return text
    .replace(/\d(?:[ -]?\d){6,}[xX]?(?!\d*\s*[元万亿平米吨公%.])/g, (number) =>
      /^(?:19|20)\d\d-(?:19|20)\d\d$/.test(number) ? number : `${number.slice(0, 3)}****${number.slice(-2)}`,
    )
    .replace(
      /(我叫|本人叫|姓名(?:是|为)?[：:]?|名叫)([\p{Script=Han}·]{2,4})(?=[，,。、；;\s（(]|$)/gu,
      (_, before: string, name: string) => before + maskName(name),
    );
}
