import { expect, test } from 'vitest';
import type { Limit } from '../limit.ts';
import { defaultRules } from './defaultRules.ts';

const limit = ({ amount, unit }: Limit) => `${amount} ${unit}`;

test('the rules a new centre starts with: Fuzhou, December 2017', () => {
  const lines = defaultRules(['c0205']).map((r) =>
    [r.id, r.name, JSON.stringify(r.match), limit(r.replyLimit), limit(r.signLimit), limit(r.dispatchLimit)].join(
      ' | ',
    ),
  );
  expect(`\n${lines.join('\n')}\n`).toMatchInlineSnapshot(`
    "
    critical | 特急 | {"urgencies":["critical"]} | 2 hours | 30 minutes | 10 minutes
    urgent | 紧急 | {"urgencies":["urgent"]} | 24 hours | 30 minutes | 30 minutes
    inquiry | 咨询 | {"kinds":["inquiry"]} | 2 workingDays | 1 workingDays | 4 workingHours
    help | 求助 | {"kinds":["help"]} | 3 workingDays | 1 workingDays | 4 workingHours
    suggestion | 建议、表扬 | {"kinds":["suggestion","praise"]} | 5 workingDays | 1 workingDays | 4 workingHours
    convenience | 便民类投诉、举报 | {"kinds":["complaint","report"],"categoryIds":["c0205"]} | 3 workingDays | 1 workingDays | 4 workingHours
    complaint | 投诉、举报 | {"kinds":["complaint","report"]} | 10 workingDays | 1 workingDays | 4 workingHours
    "
  `);
  const [first] = defaultRules([]);
  expect({ ...first, match: null }).toMatchInlineSnapshot(`
    {
      "callbackPolicy": {
        "capDays": 5,
        "mode": "all",
        "samplePercent": 100,
      },
      "dispatchLimit": {
        "amount": 10,
        "unit": "minutes",
      },
      "extensionMaxDays": 10,
      "extensionMaxTimes": 1,
      "id": "critical",
      "match": null,
      "maxLeadReturns": 2,
      "maxQuestionDays": 5,
      "name": "特急",
      "promiseLimit": null,
      "replyLimit": {
        "amount": 2,
        "unit": "hours",
      },
      "returnLimit": null,
      "reviewLimit": {
        "amount": 1,
        "unit": "workingDays",
      },
      "reworkLimit": {
        "amount": 3,
        "unit": "workingDays",
      },
      "signLimit": {
        "amount": 30,
        "unit": "minutes",
      },
    }
  `);
});

test('without a convenience list there is no rule for it', () => {
  expect(defaultRules([]).map((r) => r.id)).toEqual([
    'critical',
    'urgent',
    'inquiry',
    'help',
    'suggestion',
    'complaint',
  ]);
});
