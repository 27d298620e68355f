import { cityUpkeepTemplates } from './templates/cityUpkeep.ts';
import { communityAndTransportTemplates } from './templates/communityAndTransport.ts';
import { educationHealthSafetyTemplates } from './templates/educationHealthSafety.ts';
import { environmentAndLandTemplates } from './templates/environmentAndLand.ts';
import { orderLabourMarketTemplates } from './templates/orderLabourMarket.ts';
import { publicAffairsTemplates } from './templates/publicAffairs.ts';
import { publicWorksTemplates } from './templates/publicWorks.ts';
import type { AppealTemplate } from './templates/template.ts';

/** Every text is invented; none comes from a real appeal. */
export const templates: readonly AppealTemplate[] = [
  ...cityUpkeepTemplates,
  ...publicWorksTemplates,
  ...environmentAndLandTemplates,
  ...communityAndTransportTemplates,
  ...orderLabourMarketTemplates,
  ...educationHealthSafetyTemplates,
  ...publicAffairsTemplates,
];

export const placeholders = ['road', 'community', 'street', 'time', 'count'] as const;
export type Placeholder = (typeof placeholders)[number];

/** Moments a caller would name, all within the last two days so that they suit urgent matters too. */
export const times = [
  ...['前天上午', '前天晚上', '昨天一早', '昨天上午', '昨天中午', '昨天下午', '昨天傍晚', '昨晚22时许'],
  ...['今天凌晨', '今天一早', '今天上午', '今天中午', '今天下午'],
] as const;

/** Puts the values in place. `count` is one digit from 2 to 9: texts may write a zero or two behind it. */
export function fill(text: string, values: Readonly<Record<Placeholder, string>>): string {
  return placeholders.reduce((filled, name) => filled.replaceAll(`{${name}}`, values[name]), text);
}
