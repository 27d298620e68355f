import type { Case } from '../model/case.ts';
import type { VerbName } from '../verbs/index.ts';
import { answer } from './town.test-support.ts';

type Input = Record<string, unknown>;

/** What else can be said with a verb, beside what the effects were told with. */
export const inputs: Partial<Record<VerbName, (c: Case) => Input[]>> = {
  amend: () => [
    {},
    { appealId: 'a2' },
    { appealId: 'a9', title: '夜间施工' },
    { title: '夜间施工' },
    { kind: 'inquiry' },
    { kind: 'report', service: 'efficiencyComplaint' },
    { service: 'consumer' },
    { urgency: 'urgent' },
    { urgency: 'normal' },
    { categoryId: 'nothing' },
    { categoryId: 'noise' },
    { regionCode: '999999' },
    { categoryId: null },
    { content: '市民补充：每天凌晨两点开工。', address: '乌山路88号', regionCode: '350102' },
    { appealId: 'a2', kind: 'help', title: '求助', address: null },
    { appealId: 'a2', service: 'consumer', content: '另一位市民的话。' },
    ...['water', 'east', 'gas', 'roads', 'nobody', null].map((againstDepartmentId) => ({ againstDepartmentId })),
    { appealId: 'a2', againstDepartmentId: 'gas' },
  ],
  dispatch: () => sendings,
  designate: () => sendings.map((sending) => ({ ...sending, note: '按职责指定。' })),
  redispatch: () => ['west', 'gas', 'nobody', 'office'].map((leadId) => ({ leadId, note: '职责调整。' })),
  addAssist: () =>
    ['west', 'gas', 'roads', 'nobody', 'elsewhere'].map((departmentId) => ({ departmentId, note: '请配合。' })),
  subDispatch: () =>
    ['east', 'west', 'water', 'gas', 'office', 'nobody'].map((departmentId) => ({ departmentId, note: '请办。' })),
  split: () => [
    { appealIds: ['a1'] },
    { appealIds: ['a2'], title: '另一件事' },
    { appealIds: ['a1', 'a2'] },
    { appealIds: ['a2', 'a3'] },
    { appealIds: ['a1', 'a2', 'a3'] },
    { appealIds: ['a2', 'a9'] },
  ],
  merge: () => [
    { into: 't7', intoVersion: 1 },
    { into: 't7', intoVersion: 9 },
    { into: 't1', intoVersion: 2 },
  ],
  excuse: (c) => [
    { reason: '系统故障，附说明。' },
    { reason: '系统故障，附说明。', dispatchId: c.dispatches[0]?.id ?? 't1-d9' },
    { reason: '系统故障，附说明。', dispatchId: c.dispatches[0]?.id ?? 't1-d9', appealId: 'a2' },
  ],
  supervise: (c) => [
    { level: 'leader', demand: '请尽快办结。', days: 2, dispatchId: c.dispatches.at(-1)?.id },
    { level: 'city', demand: '请尽快办结。', days: 2, dispatchId: 't1-d9' },
  ],
  requestExtension: () => [10, 11].map((days) => ({ ...complex, days })),
  requestShelving: () =>
    [
      '2026-11-01T02:00:00.000Z',
      '2026-11-20T02:00:00.000Z',
      '2027-11-04T03:00:00.000Z',
      '2027-11-04T03:00:00.001Z',
    ].map((reviewAt) => ({ ...complex, reasonCode: 'funds', reviewAt })),
  requestReturn: () =>
    ['gas', 'nobody', 'elsewhere'].map((suggestedDepartmentId) => ({
      ...{ ...complex, reasonCode: 'notOurDuty', suggestedDepartmentId },
    })),
  grantExtension: () => [{ days: 1, decision: '同意一天。' }, { days: 2 }, { days: 4 }],
  reply: () => [
    { ...answer, contactedBy: undefined },
    { ...answer, solved: 'unsolved' },
    { ...answer, solved: 'partly' },
    { ...answer, solved: 'partly', unsolvedReason: '须待汛期后施工。' },
    { ...answer, contactedAt: '2026-11-02T09:00:00.000Z', recoveredLossFen: 12_300 },
  ],
  acceptReply: () => [{ publicReply: '您好，已责令停工并处罚。', note: '已核。' }, { publicReply: answer.publicReply }],
  sendBackReply: () => [{ note: '未答到点上。' }, { note: '未答到点上。', reasonCode: 'noSuchReason' }],
  approveReply: () => [{ note: '同意报送。' }],
  askCitizen: (c) => [
    { question: '请补充具体位置。', requestId: c.requests.at(-1)?.id ?? 't1-q9' },
    { question: '请补充具体位置。', requestId: 't1-q9' },
  ],
  askQuestion: () => [{ reason: '需要市民补充具体位置。', appealId: 'a2' }],
  recordCallback: () => [
    { reached: 'unreachable', note: '关机。' },
    { reached: 'reached', contacted: 'yes', solved: 'yes', satisfaction: 'fairlySatisfied', callId: 'k1' },
    { reached: 'reached', solved: 'no', satisfaction: 'dissatisfied', note: '仍在施工。' },
    { reached: 'reached', satisfaction: 'dissatisfied', reasonCode: 'policy' },
  ],
  markInvalid: () => [{ reasonCode: 'silent', note: '您未说话。' }, { reasonCode: 'noSuchReason' }],
  decline: () => [{ reasonCode: 'emergency', answer: '请拨打110。' }],
  handOff: () => [{ reasonCode: 'court', answer: '请向法院反映。' }],
  withdraw: () => [{}, { reason: ' ' }, { reason: '已自行解决。' }],
  assign: () => ['agent', 'manager', 'gas', 'head', 'nobody', null].map((personId) => ({ personId })),
  close: () => [{}, { note: '已多次联系。' }],
  urge: () => [{ note: '请尽快。' }],
  releaseAssist: () => [{}, { note: '不涉及。' }],
  publish: () => [{ title: '夜间施工', text: '已责令停工。' }],
};
const complex = { reasonCode: 'complex', reason: '需会同多个单位现场核查。' };
const sendings = [
  { leadId: 'roads', assistIds: ['gas', 'west'], note: '请核实。' },
  { leadId: 'gas', assistIds: ['roads', 'roads'] },
  { leadId: 'water', assistIds: ['water'] },
  { leadId: 'roads', assistIds: ['nobody'] },
  { leadId: 'office', assistIds: [] },
  { leadId: 'elsewhere', assistIds: [] },
  { leadId: 'east', assistIds: [] },
];
