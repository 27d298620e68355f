import type { CaseAnswer } from '@hotline/shared/api/tickets';
import type { OpenAction } from '@hotline/shared/ticket/lifecycle';
import { useDepartmentName } from '../../data/catalog.ts';
import { useSettings } from '../../data/settings.ts';
import { useT } from '../../text/translate.ts';

/** What an action is called, with the dispatch, appeal or card it is about where several are alike. */
export function useActionName(answer: CaseAnswer | null): (action: OpenAction) => string {
  const t = useT();
  const lang = useSettings((s) => s.lang);
  const departmentName = useDepartmentName();
  return (action) => {
    const term = lang === 'zh' ? action.term : action.termEn;
    if (!answer) return term;
    const alike = answer.openActions.filter((a) => a.name === action.name).length > 1;
    // A parent's own reply and that of a unit below it must not be taken for each other.
    const isBelow = answer.dispatches.some((d) => d.id === action.target && d.parentId !== null);
    if (!alike && !isBelow) return term;
    const about = [...answer.requests, ...answer.orders, ...answer.cards].find((x) => x.id === action.target);
    const dispatch = answer.dispatches.find((d) => d.id === (about?.dispatchId ?? action.target));
    const appeal = answer.appeals.find((a) => a.id === action.target);
    const card = answer.cards.find((k) => k.id === action.target);
    const place = dispatch ? departmentName(dispatch.departmentId) : (appeal?.number ?? '');
    return t('dispatch.as', { name: term, role: card ? `${place}${t('list.or')}${t(`card.${card.colour}`)}` : place });
  };
}

/** As the address asks for an action to be opened: `do=reply@<dispatch>`. */
export const askedAs = ({ name, target }: Pick<OpenAction, 'name' | 'target'>) => (target ? `${name}@${target}` : name);

/** The action the address asks for, if it can be done. */
export function askedAction(actions: readonly OpenAction[], asked: string): OpenAction | null {
  const [name, target] = asked.split('@');
  const can = actions.filter((a) => a.name === name && a.disabledReason === null);
  return can.find((a) => a.target === target) ?? can[0] ?? null;
}
