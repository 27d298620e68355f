import { plainPhoneText } from './phoneText.ts';

const words =
  'anonymous|unknown|unavailable|private|restricted|withheld|blocked|hidden|none|null|n/?a|\\\\n|' +
  '无|没有|暂无|无号码|无电话|未知|不详|未显示|未留|未提供|隐藏|匿名|保密|空';
const nothing = new RegExp(`^[\\s\\-/()"'.]*(?:${words})?[\\s\\-/()"'.]*$`, 'i');

/** Whether it only says that there is no number: a caller who withheld it, a clerk's dash. That is not an unreadable number. */
export const saysNoPhone = (raw: string): boolean =>
  nothing.test(plainPhoneText(raw).replace(/^sips?:|@[\w.:-]*$/gi, ''));
