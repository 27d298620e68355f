import { regions } from '@hotline/shared/catalog/regions';
import type { NewAppeal } from '@hotline/shared/ticket/log';
import type { Chance } from './chance.ts';
import { departments } from './city/city.ts';
import { cityUpkeepTemplates } from './city/templates/cityUpkeep.ts';
import { communityAndTransportTemplates } from './city/templates/communityAndTransport.ts';
import { educationHealthSafetyTemplates } from './city/templates/educationHealthSafety.ts';
import { environmentAndLandTemplates } from './city/templates/environmentAndLand.ts';
import { orderLabourMarketTemplates } from './city/templates/orderLabourMarket.ts';
import { publicAffairsTemplates } from './city/templates/publicAffairs.ts';

/** What one citizen calls about, and what the department will find and answer. */
export type Matter = { input: NewAppeal; handling: string; publicReply: string; districtCode: string };

const templates = [
  ...cityUpkeepTemplates,
  ...environmentAndLandTemplates,
  ...communityAndTransportTemplates,
  ...orderLabourMarketTemplates,
  ...educationHealthSafetyTemplates,
  ...publicAffairsTemplates,
];

const districts = departments.filter(
  (d) => d.parentCode === null && d.regionCode !== null && d.regionCode !== '350100' && regions.some((r) => r.code === d.regionCode),
);
const surnames = [...'林陈黄郑吴王张李刘杨叶何谢许'];
const given = ['志强', '丽华', '建国', '晓燕', '文斌', '秀英', '国平', '美玲', '伟', '芳'];
const roads = ['五四路', '八一七路', '湖东路', '古田路', '华林路', '工业路', '江滨路', '福新路', '杨桥路', '上三路', '则徐大道', '金山大道'];
const communities = ['金榕花园', '闽江新苑', '乌山里', '榕城雅居', '西湖小筑', '三江公寓', '凤凰新村', '东湖苑', '象园里', '福屿花园'];
const times = ['昨晚十点', '上周以来', '今天清晨', '近一个月', '国庆节后', '本周三下午'];

/** One synthetic matter: text from a template, place, number and people put together by chance; nobody real. */
export function matters(chance: Chance): Matter {
  const template = chance.pick(templates);
  const district = chance.pick(districts);
  const streets = regions.filter((r) => r.parentCode === district.regionCode);
  const street = streets.length > 0 ? chance.pick(streets) : undefined;
  const words: Record<string, string> = {
    road: chance.pick(roads),
    community: chance.pick(communities),
    street: street?.name ?? district.shortName,
    time: chance.pick(times),
    count: String(chance.between(3, 30)),
  };
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, word: string) => words[word] ?? '');
  const anonymous = chance.happens(0.07);
  const roll = chance.next();
  return {
    handling: fill(template.handling),
    publicReply: fill(template.publicReply),
    districtCode: district.code,
    input: {
      channel: chance.happens(0.78) ? 'phone' : chance.happens(0.5) ? 'wechat' : 'app',
      kind: template.kind,
      service: template.service ?? 'general',
      urgency: template.urgency ?? (roll < 0.02 ? 'urgent' : 'normal'),
      title: [...fill(template.title)].slice(0, 120).join(''),
      content: fill(template.content),
      categoryId: template.categoryId,
      address: `${words['road']}${chance.between(1, 300)}号`,
      regionCode: street?.code ?? district.regionCode,
      citizen: anonymous
        ? { identity: 'anonymous' }
        : {
            name: chance.pick(surnames) + chance.pick(given),
            phone: `1990000${String(chance.between(0, 400)).padStart(4, '0')}`,
            identity: chance.happens(0.04) ? 'confidential' : 'named',
          },
    },
  };
}
