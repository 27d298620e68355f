import * as Type from 'typebox';
import { Id } from '../../schema.ts';
import { Limit } from '../limit.ts';

/** A list that is present names at least one; a condition that is left out always holds. */
const Ids = Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 10_000 }));
const LimitOrNull = Type.Union([Limit, Type.Null()]);
const count = (maximum: number) => Type.Integer({ minimum: 0, maximum });

/** Every condition present must hold. Categories and departments match with everything below them. */
export const RuleMatch = Type.Object(
  { kinds: Ids, services: Ids, urgencies: Ids, channels: Ids, categoryIds: Ids, departmentIds: Ids },
  { additionalProperties: false },
);
export type RuleMatch = Type.Static<typeof RuleMatch>;

/** After how many working days, and for which share of answers, a citizen is called back. */
const CallbackPolicy = Type.Object(
  {
    mode: Type.Enum(['all', 'sample', 'none']),
    /** Only for `sample`. */
    samplePercent: count(100),
    /** Working days after which the system closes without a callback. */
    capDays: count(1000),
  },
  { additionalProperties: false },
);

export const DeadlineRule = Type.Object(
  {
    id: Id,
    name: Type.String({ minLength: 1, maxLength: 200 }),
    match: RuleMatch,
    /** What the citizen is promised, from `receivedAt`; null: the reply limit and 1 working day (1 hour) more. */
    promiseLimit: LimitOrNull,
    signLimit: Limit,
    replyLimit: Limit,
    /** How long the centre has to dispatch, from `receivedAt`. */
    dispatchLimit: Limit,
    /** How long the centre may review a reply before its time is credited to the department. */
    reviewLimit: Limit,
    reworkLimit: Limit,
    /** How long a department may ask to return; null: 2 working days or half the reply limit, whichever ends first. */
    returnLimit: LimitOrNull,
    /** In total per dispatch, in days of the reply limit's sort (working, unless it is in natural days). */
    extensionMaxDays: count(1000),
    extensionMaxTimes: count(100),
    /** Approved returns of the lead in a round, after which only 指定承办 is left. */
    maxLeadReturns: Type.Integer({ minimum: 0, maximum: 100, default: 2 }),
    callbackPolicy: CallbackPolicy,
    /** How many days a question to the citizen may pause the clocks. */
    maxQuestionDays: count(1000),
  },
  { additionalProperties: false },
);
export type DeadlineRule = Type.Static<typeof DeadlineRule>;

/** An ordered list: the first rule that matches wins. */
export const RuleSet = Type.Object(
  {
    id: Id,
    version: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
    rules: Type.Array(DeadlineRule, { minItems: 1, maxItems: 1000 }),
  },
  { additionalProperties: false },
);
export type RuleSet = Type.Static<typeof RuleSet>;
