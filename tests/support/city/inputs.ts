import { dissatisfactionReasons } from '@hotline/shared/catalog/reasons';
import type { OpenAction } from '@hotline/shared/ticket/lifecycle';
import type { Case } from '@hotline/shared/ticket/model/case';
import { inputOf, type Op, pick } from '../history.ts';

type About = { readonly own: Case; readonly other: Case | null };

/** What people of the city write, where it must be likelier to be accepted than chance. */
export function cityInput(
  action: Pick<OpenAction, 'name' | 'target'>,
  op: Op,
  now: string,
  about: About,
): Record<string, unknown> {
  const usual = inputOf(action, op, now, about);
  if (action.name === 'subDispatch') {
    const above = about.own.dispatches.find((d) => d.id === action.target)?.departmentId;
    return { ...usual, departmentId: op.extra % 4 === 0 ? 'gas' : `${above}-01` };
  }
  if (action.name === 'recordCallback' && op.what % 2 === 0) {
    const reason = pick(dissatisfactionReasons, op.extra);
    return { ...usual, reached: 'reached', solved: 'no', satisfaction: 'dissatisfied', reasonCode: reason?.code };
  }
  if (action.name === 'excuse') return { ...usual, appealId: pick(about.own.appeals, op.extra)?.id };
  if (action.name === 'grantExtension' && op.extra % 3 === 0) return { ...usual, days: 1 };
  return usual;
}

/** One appeal in five complains of how an office works. */
export const efficiencyComplaint = ({ what, extra }: Op) =>
  what % 5 === 0
    ? {
        service: 'efficiencyComplaint' as const,
        againstDepartmentId: pick(['urban', 'water', 'gas', 'urban-01'], extra) ?? 'urban',
      }
    : {};
