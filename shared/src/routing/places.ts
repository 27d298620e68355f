const mostPlaces = 3;
/** Words a place name does not contain: a name is looked for between them. */
const between =
  /[^\p{Script=Han}]+|市民|来电|来信|反映|投诉|举报|咨询|建议|位于|住在|家住|地址|附近|门口|路过|经过|目前|近期|最近|以及|还有|有人|多次|[在于是的和与及称到从往至沿该本我其请们这那哪某么吗呢吧啊什怎很都也就被把让些几每各整个只未没]/u;
const estate =
  '[\\p{Script=Han}]{2,8}(?:小区|花园|新村|家园|公寓|新城|名城|花城|雅居|名居|人家|公馆|新座|山庄|广场|大厦|市场|商城|小学|中学|学校|幼儿园|医院|公园|车站|[苑园邸])';
/** The shortest name there is: of 「五四路路灯」 the road is 五四路. */
const road = '[\\p{Script=Han}]{2,5}?(?:大道|支路|[路街巷弄桥村])';
const named = new RegExp(`(?:${estate})|(?:${road})`, 'u');

/**
 * Names of estates, roads, villages and communities in a text, the address first, without house numbers. By how such names
 * end, and by the names `known` in this centre: good enough to ask whether two citizens speak of one place, never to say
 * where something is. What only points at a place (「这条路」, 「小区路」, 「我们这里」) names none.
 */
export function placesIn(content: string, address: string | null, known: readonly string[] = []): string[] {
  const found = new Set<string>();
  for (const text of [address ?? '', content]) {
    const plain = text.normalize('NFKC');
    for (const name of known) if (found.size < mostPlaces && plain.includes(name)) found.add(name);
    for (const piece of plain.split(between)) {
      if (found.size >= mostPlaces) return [...found];
      const name = named.exec(withoutRegion(piece))?.[0];
      if (name && !isNoName(name)) found.add(name);
    }
  }
  return [...found];
}

/** 福州市鼓楼区五一北路 → 五一北路. */
const withoutRegion = (piece: string) =>
  piece.replace(/^(?:[\p{Script=Han}]{2,6}?(?:[省市县]|(?<![小社园])区|街道|镇|乡))+/u, '');

/** What a kind of place is said with, instead of its name. */
const kinds =
  '(?:一|两|二|三|条|段|处|座|栋|整|全|同|附近|周边|周围|旁边|旁|边|前面|后面|对面|前|后|左|右|上|下|里|外|内|中|门前|门口|楼下|路边|路|老旧|老|旧|新建|新|大型|大|小|住宅|居民|商品房|安置|回迁|封闭|高档|隔壁|农贸|菜|综合|批发|夜|二手|房地产|房产|人才|劳动力|市政|人行|过街|立交|高架|跨江|公|马|道|水泥|沥青|柏油|石板|泥|土|烂|断头|必经|主干|主|辅|支|便|快速|高速|铁|公交|线|电|网|管|回|思|出|走|修|绕|堵|占|开|挖|扫|过|步行|商业|美食|临|沿|逛|城中|农|乡|行政|自然|贫困|全镇|县城|城区|市区|市|区|县|镇|村|小区|社区|校园|园区|学校|医院|单位|公司|工地|物业|业主|门|家|住户|楼|院|屋|店|车|城|道路|公路|马路|街|公共|公办|民办|私立|公立|中心|附属|第一|社会|儿童|人民|国际|时代|城市)*';
const noName = new RegExp(
  `^${kinds}(?:小区|花园|新村|家园|公寓|新城|山庄|广场|大厦|市场|商城|小学|中学|学校|幼儿园|医院|公园|车站|[苑园邸]|大道|支路|[路街巷弄桥村])$`,
  'u',
);
/** Said of what happens on a road, never part of its name. */
const verbs =
  /^(?:一[名位所座个]|严重|作为|而且|发现|国家|今年|去年|当地|全体|广大|精准|参加|小孩|孩子|初中|高中|培训|有|不|了|对|问过|导致|造成|影响|通往|通向|进入|进出|占用|占道|希望|要求|晚上|早上|每天|经常|已经|因为|由于|开车|骑车|行人|车辆|居民|住户|业主|市民|村民|开发商|物业)/u;
const sayings = /(?:走投无路|十字路|必经之路|群众路|生路|跑路|上班路|[过上]马路|上幼儿园|农村|普通村|广大村|承包村)$/u;
const isNoName = (name: string): boolean => noName.test(name) || verbs.test(name) || sayings.test(name);
