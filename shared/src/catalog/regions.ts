/** Fuzhou by GB/T 2260 (city and counties) and the statistical codes of its streets and townships. */

export interface Region {
  /** Six digits for the city and its counties, nine for a street or township. */
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
  readonly level: 'city' | 'county' | 'street';
}

const city = { code: '350100', name: '福州市' };

/** A county, then its streets: the last three digits follow the county's six. */
const counties = `
350102 鼓楼区
  001 鼓东街道、002 鼓西街道、003 温泉街道、004 东街街道、005 南街街道、
  006 安泰街道、007 华大街道、008 水部街道、009 五凤街道、100 洪山镇
350103 台江区
  001 瀛洲街道、002 后洲街道、003 义洲街道、004 新港街道、005 上海街道、
  007 苍霞街道、009 茶亭街道、010 洋中街道、011 鳌峰街道、012 宁化街道
350104 仓山区
  001 仓前街道、002 东升街道、003 对湖街道、004 临江街道、005 三叉街街道、
  006 上渡街道、007 下渡街道、008 金山街道、100 仓山镇、101 城门镇、
  102 盖山镇、103 建新镇、104 螺洲镇、400 红星农场
350105 马尾区
  001 罗星街道、100 马尾镇、101 亭江镇、102 琅岐镇
350111 晋安区
  001 茶园街道、002 王庄街道、003 象园街道、100 鼓山镇、101 新店镇、
  102 岳峰镇、103 宦溪镇、201 寿山乡、202 日溪乡
350112 长乐区
  001 吴航街道、002 航城街道、003 营前街道、004 漳港街道、005 文武砂街道、
  102 首占镇、103 玉田镇、104 松下镇、105 江田镇、106 古槐镇、108 鹤上镇、
  110 湖南镇、111 金峰镇、112 文岭镇、113 梅花镇、114 潭头镇、200 罗联乡、
  201 猴屿乡
350121 闽侯县
  001 甘蔗街道、101 白沙镇、102 南屿镇、103 尚干镇、104 祥谦镇、105 青口镇、
  106 南通镇、107 上街镇、108 荆溪镇、200 竹岐乡、201 鸿尾乡、202 洋里乡、
  203 大湖乡、204 廷坪乡、206 小箬乡、400 江洋农场
350122 连江县
  100 凤城镇、101 敖江镇、102 东岱镇、103 琯头镇、104 晓澳镇、105 东湖镇、
  106 丹阳镇、107 长龙镇、108 透堡镇、109 马鼻镇、110 官坂镇、111 筱埕镇、
  112 黄岐镇、113 苔菉镇、114 浦口镇、115 坑园镇、116 潘渡镇、117 江南镇、
  118 下宫镇、202 蓼沿乡、203 安凯乡、205 小沧畲族乡、400 马祖乡
350123 罗源县
  100 凤山镇、101 松山镇、102 起步镇、103 中房镇、104 飞竹镇、105 鉴江镇、
  200 白塔乡、201 洪洋乡、202 西兰乡、203 霍口畲族乡、204 碧里乡、500 罗源湾开发区
350124 闽清县
  100 梅城镇、101 梅溪镇、102 白樟镇、103 金沙镇、104 白中镇、105 池园镇、
  106 坂东镇、107 塔庄镇、108 省璜镇、109 雄江镇、110 东桥镇、200 云龙乡、
  201 上莲乡、204 三溪乡、205 桔林乡、206 下祝乡
350125 永泰县
  100 樟城镇、101 嵩口镇、102 梧桐镇、103 葛岭镇、104 城峰镇、105 清凉镇、
  106 长庆镇、107 同安镇、108 大洋镇、200 塘前乡、201 富泉乡、202 岭路乡、
  203 赤锡乡、204 洑口乡、205 盖洋乡、206 东洋乡、207 霞拔乡、208 盘谷乡、
  209 红星乡、210 白云乡、211 丹云乡
350128 平潭县
  001 海坛街道、107 金井镇、108 君山镇、109 苏平镇、201 屿头乡、205 东庠乡、
  207 南海乡
350181 福清市
  002 玉屏街道、003 龙山街道、004 龙江街道、005 宏路街道、006 石竹街道、
  007 音西街道、008 阳下街道、103 海口镇、104 城头镇、105 南岭镇、106 龙田镇、
  107 江镜镇、108 港头镇、109 高山镇、110 沙埔镇、111 三山镇、112 东瀚镇、
  113 渔溪镇、114 上迳镇、115 新厝镇、116 江阴镇、117 东张镇、118 镜洋镇、
  119 一都镇、400 江镜华侨农场、401 东阁华侨农场
`;

/** The city, then each county followed by its streets. */
export const regions: readonly Region[] = [
  { ...city, parentCode: null, level: 'city' },
  ...counties
    .trim()
    .split(/\n(?=\S)/)
    .flatMap(expandCounty),
];

export const regionByCode: ReadonlyMap<string, Region> = new Map(regions.map((region) => [region.code, region]));

/** City, county, street names run together, as an address begins: 福州市鼓楼区东街街道. Unknown codes give ''. */
export function fullRegionName(code: string): string {
  const region = regionByCode.get(code);
  if (!region) return '';
  return region.parentCode === null ? region.name : fullRegionName(region.parentCode) + region.name;
}

function expandCounty(block: string): Region[] {
  const [code = '', name = ''] = block.split(/\s+/, 2);
  const streets = [...block.matchAll(/\b(\d{3}) ([^\s、]+)/g)].map(
    ([, digits, street = '']): Region => ({
      code: `${code}${digits}`,
      name: street,
      parentCode: code,
      level: 'street',
    }),
  );
  return [{ code, name, parentCode: city.code, level: 'county' }, ...streets];
}
