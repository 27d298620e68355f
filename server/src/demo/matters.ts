import { regions } from '@hotline/shared/catalog/regions';
import type { NewAppeal } from '@hotline/shared/ticket/log';
import type { Chance } from './chance.ts';
import { citizenName, citizenPhone } from './city/citizens.ts';
import { departments } from './city/city.ts';
import { communities, roads } from './city/places.ts';
import { fill as fillText, templates, times } from './city/texts.ts';

/** What one citizen calls about, and what the department will find and answer. */
export type Matter = { input: NewAppeal; handling: string; publicReply: string; districtCode: string };

const districts = departments.filter(
  (d) =>
    d.parentCode === null &&
    d.regionCode !== null &&
    d.regionCode !== '350100' &&
    regions.some((r) => r.code === d.regionCode),
);

/** One synthetic matter: text from a template, place, number and people put together by chance; nobody real. */
export function matters(chance: Chance): Matter {
  const template = chance.pick(templates);
  const district = chance.pick(districts);
  const streets = regions.filter((r) => r.parentCode === district.regionCode);
  const street = streets.length > 0 ? chance.pick(streets) : undefined;
  const words = {
    road: chance.pick(roads),
    community: chance.pick(communities),
    street: street?.name ?? district.shortName,
    time: chance.pick(times),
    count: String(chance.between(2, 10)),
  };
  const fill = (text: string) => fillText(text, words);
  const citizen = chance.between(0, 400);
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
      address: `${words.road}${chance.between(1, 300)}号`,
      regionCode: street?.code ?? district.regionCode,
      citizen: anonymous
        ? { identity: 'anonymous' }
        : {
            name: citizenName(citizen),
            phone: citizenPhone(citizen),
            identity: chance.happens(0.04) ? 'confidential' : 'named',
          },
    },
  };
}
