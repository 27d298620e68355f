import * as Type from 'typebox';

export const limitUnits = ['minutes', 'hours', 'days', 'workingHours', 'workingDays'] as const;
export type LimitUnit = (typeof limitUnits)[number];

/** How long somebody has. `minutes`, `hours` and `days` are natural 自然; the `working…` ones follow the calendar. */
export const Limit = Type.Object(
  { amount: Type.Integer({ minimum: 1, maximum: 100_000 }), unit: Type.Enum(limitUnits) },
  { additionalProperties: false },
);
export type Limit = Type.Static<typeof Limit>;

/** Limits in days end at 24:00; the others end at any minute of the day. */
export function isInDays({ unit }: Limit): boolean {
  return unit === 'days' || unit === 'workingDays';
}
