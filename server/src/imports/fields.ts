import { identities } from '@hotline/shared/ticket/model/appeal';
import { channels, kinds, services, urgencies } from '@hotline/shared/ticket/model/ticket';

type Field = { term: string; required?: true } & (
  | { type: 'text'; max: number }
  | { type: 'word'; words: readonly string[] }
  | { type: 'time' }
  | { type: 'number'; max: number }
);

/** What a mapping may fill, with the limits every appeal has. */
export const fields = {
  externalNumber: { term: '外部编号', type: 'text', max: 64, required: true },
  receivedAt: { term: '诉求时间', type: 'time', required: true },
  signedAt: { term: '签收时间', type: 'time' },
  repliedAt: { term: '答复时间', type: 'time', required: true },
  title: { term: '标题', type: 'text', max: 120 },
  content: { term: '诉求内容', type: 'text', max: 8000, required: true },
  publicReply: { term: '答复内容', type: 'text', max: 8000, required: true },
  handling: { term: '办理情况', type: 'text', max: 8000 },
  kind: { term: '诉求类型', type: 'word', words: kinds, required: true },
  service: { term: '业务', type: 'word', words: services },
  channel: { term: '渠道', type: 'word', words: channels },
  urgency: { term: '紧急程度', type: 'word', words: urgencies },
  department: { term: '承办单位', type: 'text', max: 200, required: true },
  categoryId: { term: '诉求分类', type: 'text', max: 64 },
  citizenName: { term: '诉求人', type: 'text', max: 60 },
  phone: { term: '联系电话', type: 'text', max: 32 },
  identity: { term: '身份', type: 'word', words: identities },
  address: { term: '地址', type: 'text', max: 200 },
  regionCode: { term: '行政区划代码', type: 'text', max: 12 },
  latitude: { term: '纬度', type: 'number', max: 90 },
  longitude: { term: '经度', type: 'number', max: 180 },
} as const satisfies Record<string, Field>;
export type FieldName = keyof typeof fields;
export const fieldNames = Object.keys(fields) as FieldName[];
