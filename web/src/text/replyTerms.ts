import type { Terms } from '@hotline/shared/catalog/terms';
import type { Callback, Reply } from '@hotline/shared/ticket/model/children';

/** Words of the reply and callback forms, exhaustive over the contract. */
export const contactTerms: Terms<NonNullable<Reply['contactedBy']>> = {
  phone: { zh: '电话', en: 'By telephone' },
  visit: { zh: '上门', en: 'In person' },
  sms: { zh: '短信', en: 'Text message' },
  other: { zh: '其他', en: 'Other' },
  notReached: { zh: '未联系上', en: 'Not reached' },
};
export const replyStatusTerms: Terms<Reply['status']> = {
  submitted: { zh: '待单位审核', en: 'Awaiting the head’s approval' },
  rejected: { zh: '单位退回', en: 'Rejected by the head' },
  sent: { zh: '待中心审核', en: 'Awaiting review' },
  accepted: { zh: '已采纳', en: 'Accepted' },
  sentBack: { zh: '中心退回', en: 'Sent back' },
};
export const reachedTerms: Terms<NonNullable<Callback['reached']>> = {
  reached: { zh: '接通', en: 'Reached' },
  unreachable: { zh: '未接通', en: 'Not reached' },
};
export const yesNoTerms: Terms<'yes' | 'no'> = { yes: { zh: '是', en: 'Yes' }, no: { zh: '否', en: 'No' } };
