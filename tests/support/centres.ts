import { insertPerson } from '@hotline/db/people/people';
import { foundCentre } from '@hotline/server/admin/centres/found';
import { demoPassword } from '@hotline/server/sessions/demo';
import { hashPassword } from '@hotline/server/sessions/password';
import type { DeadlineRule } from '@hotline/shared/time/rules/rules';
import type { TestHotline } from './hotline.ts';

/** One rule for everything: the promise and the reply both in `days` working days. */
export const ruleOf = (days: number): DeadlineRule => ({
  id: 'all',
  name: `${days} 个工作日`,
  match: {},
  promiseLimit: { amount: days, unit: 'workingDays' },
  replyLimit: { amount: days, unit: 'workingDays' },
  signLimit: { amount: 1, unit: 'workingDays' },
  dispatchLimit: { amount: 4, unit: 'workingHours' },
  reviewLimit: { amount: 1, unit: 'workingDays' },
  reworkLimit: { amount: 3, unit: 'workingDays' },
  returnLimit: null,
  extensionMaxDays: 10,
  extensionMaxTimes: 1,
  maxLeadReturns: 2,
  callbackPolicy: { mode: 'none', samplePercent: 0, capDays: 5 },
  maxQuestionDays: 5,
});

/** A second city beside the demo: its centre, one department `import-dept`, and its manager `<id>.manager`. */
export async function foundNeighbour(h: TestHotline, id: string, days: number): Promise<void> {
  await foundCentre(
    h.store,
    {
      id,
      path: `${id}.`,
      name: `邻市热线（${days} 个工作日）`,
      regionCode: '350200',
      departments: [{ code: 'import-dept', name: '历史件承办单位' }],
      rules: [ruleOf(days)],
    },
    h.clock.now,
  );
  const passwordHash = await hashPassword(demoPassword);
  await h.store.writer.transaction().execute((tx) =>
    insertPerson(
      tx,
      {
        id: `p-${id}.manager`,
        username: `${id}.manager`,
        name: '邻市值班主任',
        passwordHash,
        demoAt: null,
        createdAt: h.clock.now,
      },
      [{ role: 'manager', path: `${id}.` }],
    ),
  );
  await h.hotline.catalog.reload();
}
