import * as Type from 'typebox';
import { RegionCode } from '../schema.ts';
import { Appeal, identities } from '../ticket/model/appeal.ts';
import { Reply } from '../ticket/model/children.ts';
import { channels, kinds, services, urgencies } from '../ticket/model/ticket.ts';

type Field = { term: string; required?: true } & (
  | { type: 'text'; schema: Type.TString }
  | { type: 'word'; words: readonly string[] }
  | { type: 'time' }
  | { type: 'number'; max: number }
);

const { title, content, citizenName, address, externalNumber } = Appeal.properties;
const { publicReply, handling } = Reply.properties;
/** What a text may be where it is given at all. */
const given = (schema: Type.TUnion<[Type.TString, Type.TNull]>): Type.TString => schema.anyOf[0];

/** What a mapping may fill, each as it is stored. */
export const fields = {
  externalNumber: { term: '外部编号', type: 'text', schema: given(externalNumber), required: true },
  receivedAt: { term: '诉求时间', type: 'time', required: true },
  sentAt: { term: '派单时间', type: 'time' },
  signedAt: { term: '签收时间', type: 'time' },
  repliedAt: { term: '答复时间', type: 'time', required: true },
  dueAt: { term: '办理时限', type: 'time' },
  promisedDueAt: { term: '承诺时限', type: 'time' },
  status: { term: '办理状态', type: 'word', words: ['open', 'closed'] },
  title: { term: '标题', type: 'text', schema: title },
  content: { term: '诉求内容', type: 'text', schema: content, required: true },
  publicReply: { term: '答复内容', type: 'text', schema: publicReply, required: true },
  handling: { term: '办理情况', type: 'text', schema: handling },
  kind: { term: '诉求类型', type: 'word', words: kinds, required: true },
  service: { term: '业务', type: 'word', words: services },
  channel: { term: '渠道', type: 'word', words: channels },
  urgency: { term: '紧急程度', type: 'word', words: urgencies },
  department: { term: '承办单位', type: 'text', schema: Type.String({ maxLength: 200 }), required: true },
  categoryId: { term: '诉求分类', type: 'text', schema: Type.String({ maxLength: 200 }) },
  citizenName: { term: '诉求人', type: 'text', schema: given(citizenName) },
  phone: { term: '联系电话', type: 'text', schema: Type.String({ maxLength: 200 }) },
  identity: { term: '身份', type: 'word', words: identities },
  address: { term: '地址', type: 'text', schema: given(address) },
  regionCode: { term: '行政区划代码', type: 'text', schema: RegionCode },
  latitude: { term: '纬度', type: 'number', max: 90 },
  longitude: { term: '经度', type: 'number', max: 180 },
} as const satisfies Record<string, Field>;
export type FieldName = keyof typeof fields;
export const fieldNames = Object.keys(fields) as FieldName[];
