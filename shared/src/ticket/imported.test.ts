import { expect, test } from 'vitest';
import { Refusal } from '../refusal.ts';
import { type FinishedMatter, importedCase } from './imported.ts';
import { changes } from './testing/changes.test-support.ts';
import { moment } from './testing/town.test-support.ts';

const matter: FinishedMatter = {
  appeal: {
    channel: 'phone',
    kind: 'complaint',
    content: '小区旁工地凌晨施工，噪声扰民。',
    citizen: { name: '陈女士' },
  },
  departmentId: 'gas',
  receivedAt: '2026-03-02T02:00:00.000Z',
  signedAt: '2026-03-02T08:00:00.000Z',
  repliedAt: '2026-03-10T02:00:00.000Z',
  handling: '已责令停工。',
  publicReply: '您好，工地夜间施工已责令停止。',
};
const given = {
  ...{ appealId: 'a1', ticketId: 't1', number: '26030200001', queryCode: 'ABCDEFGH', centreId: 'town' },
  ...{ citizenId: null, phone: null, externalNumber: 'FZ-1' },
};
const imported = (more: Partial<FinishedMatter> = {}) => importedCase({ ...matter, ...more }, given, moment());
const refusal = (more: Partial<FinishedMatter>): string => {
  try {
    imported(more);
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  return 'taken over';
};

test('a finished matter is taken over as it ended, with the clocks it would have had', () => {
  expect(changes(null, imported())).toMatchInlineSnapshot(`
    [
      "+ kind complaint, service general, urgency normal, channel phone, centreId town, status closed, outcome explained, version 1, decidedVersion 1, repliedAt Tue 03-10 10:00, urgeCount 0, closedAt Tue 03-10 10:00, id t1, number 26030200001, centrePath t., title 小区旁工地凌晨施工，噪声扰民, receivedAt Mon 03-02 10:00, promiseClock [11 workingDays (complaint 1)], promisedDueAt Wed 03-18 00:00, firstDispatchedAt Mon 03-02 10:00, round 1",
      "+ appeals id a1, ticketId t1, centreId town, number 26030200001, queryCode ABCDEFGH, channel phone, service general, kind complaint, citizenName 陈女士, identity named, title 小区旁工地凌晨施工，噪声扰民, content 小区旁工地凌晨施工，噪声扰民。, status closed, outcome explained, receivedAt Mon 03-02 10:00, loggedBy system, promiseClock [11 workingDays (complaint 1)], originalPromisedDueAt Wed 03-18 00:00, promisedDueAt Wed 03-18 00:00, promisedDay 2026-03-17, answeredAt Tue 03-10 10:00, closedAt Tue 03-10 10:00, answer 您好，工地夜间施工已责令停止。, externalNumber FZ-1",
      "+ dispatches id d1, ticketId t1, departmentId gas, departmentPath t.gas., role lead, round 1, status accepted, version 1, sentAt Mon 03-02 10:00, sentBy system, returnDueAt Thu 03-05 00:00, signClock [1 workingDays (complaint 1), with d1 0], signDueAt Wed 03-04 00:00, signedAt Mon 03-02 16:00, replyClock [10 workingDays (complaint 1)], yellowDueAt Sat 03-14 00:00, originalDueAt Tue 03-17 00:00, dueAt Tue 03-17 00:00, dueDay 2026-03-16, submittedAt Tue 03-10 10:00, repliedAt Tue 03-10 10:00, acceptedAt Tue 03-10 10:00, endedAt Tue 03-10 10:00",
      "+ replies id r1, ticketId t1, dispatchId d1, round 1, status accepted, authorId system, submittedAt Tue 03-10 10:00, actuality confirmed, solved explained, handling 已责令停工。, publicReply 您好，工地夜间施工已责令停止。, reviewedAt Tue 03-10 10:00",
    ]
  `);
});

test('where the other system knew no signing, the department had it from the start', () => {
  expect(imported({ signedAt: null }).dispatches[0]?.signedAt).toBe(matter.receivedAt);
});

test('times that contradict one another, and departments that cannot have had it, are refused', () => {
  const before = '2026-03-02T01:59:59.999Z';
  const against = { ...matter.appeal, againstDepartmentId: 'water' };
  expect({
    'replied before it was received': refusal({ repliedAt: before }),
    'replied as it was received': refusal({ repliedAt: matter.receivedAt, signedAt: null }),
    'replied at this moment': refusal({ repliedAt: moment().at }),
    'replied in the future': refusal({ repliedAt: '2026-11-02T02:00:00.001Z' }),
    'signed before it was received': refusal({ signedAt: before }),
    'signed as it was received': refusal({ signedAt: matter.receivedAt }),
    'signed as it was replied': refusal({ signedAt: matter.repliedAt }),
    'signed after it was replied': refusal({ signedAt: '2026-03-10T02:00:00.001Z' }),
    'nobody knows the department': refusal({ departmentId: 'nobody' }),
    'it is another centre’s': refusal({ departmentId: 'elsewhere' }),
    'it is the body complained of': refusal({ appeal: against, departmentId: 'water' }),
    'it lies below that': refusal({ appeal: against, departmentId: 'east' }),
    'it has nothing to do with that': refusal({ appeal: against }),
  }).toMatchInlineSnapshot(`
    {
      "it has nothing to do with that": "taken over",
      "it is another centre’s": "所选单位不存在或已停用，请重新选择。",
      "it is the body complained of": "该单位是被投诉单位或其下属，不能承办本件。请改派其上级或其他单位。",
      "it lies below that": "该单位是被投诉单位或其下属，不能承办本件。请改派其上级或其他单位。",
      "nobody knows the department": "所选单位不存在或已停用，请重新选择。",
      "replied as it was received": "taken over",
      "replied at this moment": "taken over",
      "replied before it was received": "答复时间早于诉求时间，请核对原始数据。",
      "replied in the future": "诉求时间、派单时间或答复时间晚于现在，请核对原始数据或时区。",
      "signed after it was replied": "签收时间不在诉求时间与答复时间之间，请核对原始数据。",
      "signed as it was received": "taken over",
      "signed as it was replied": "taken over",
      "signed before it was received": "签收时间不在诉求时间与答复时间之间，请核对原始数据。",
    }
  `);
});
