const mostPlaces = 3;
/** Words a place name does not contain: a name is looked for between them. */
const between =
  /[^\p{Script=Han}]+|市民|来电|来信|反映|投诉|举报|咨询|建议|位于|住在|家住|地址|附近|门口|路过|经过|目前|近期|最近|以及|还有|有人|多次|[在于是的和与及称到从往至沿该本我其请]/u;
const named =
  /(?:[\p{Script=Han}]{2,8}(?:小区|花园|新村|家园|公寓|新城|名城|花城|雅居|名居|人家|公馆|新座|山庄|广场|大厦|市场|商城|小学|中学|学校|幼儿园|医院|公园|车站|[苑园邸]))|(?:[\p{Script=Han}]{2,5}(?:大道|支路|路|街|巷|弄|桥|村|里))/u;

/**
 * Names of estates, roads and villages in a text, the address first, without house numbers. By how such names end: a
 * guess good enough to ask whether two citizens speak of one place, never to say where something is.
 */
export function placesIn(content: string, address: string | null): string[] {
  const found = new Set<string>();
  for (const text of [address ?? '', content]) {
    for (const piece of text.normalize('NFKC').split(between)) {
      const name = named.exec(withoutRegion(piece))?.[0];
      if (name) found.add(name);
      if (found.size === mostPlaces) return [...found];
    }
  }
  return [...found];
}

/** 福州市鼓楼区五一北路 → 五一北路. */
const withoutRegion = (piece: string) =>
  piece.replace(/^(?:[\p{Script=Han}]{2,6}?(?:[省市县]|(?<![小社园])区|街道|镇|乡))+/u, '');
