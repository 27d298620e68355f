import type { CaseAnswer } from '@hotline/shared/api/tickets';
import type { OpenAction } from '@hotline/shared/ticket/lifecycle';

/** The case stands still until somebody does it, and it can be done now. */
export const isAwaited = ({ prominence, disabledReason }: OpenAction) =>
  prominence === 'primary' && disabledReason === null;

/** What is waited for first, then what can be done; seldom, destructive or not yet possible ones behind «更多». */
export function arranged({ openActions }: Pick<CaseAnswer, 'openActions'>): { main: OpenAction[]; more: OpenAction[] } {
  const actions = openActions as OpenAction[];
  const can = (prominence: OpenAction['prominence']) =>
    actions.filter((a) => a.disabledReason === null && a.prominence === prominence);
  return {
    main: [...can('primary'), ...can('secondary')],
    more: [...can('more'), ...actions.filter((a) => a.disabledReason !== null), ...can('destructive')],
  };
}
