import type { CaseAnswer } from '@hotline/shared/api/routes';
import { useSettings } from '../stores/settings.ts';
import { useT } from '../text/translate.ts';

/** Additive verbs can always be done; nobody waits for them. */
const optional = new Set(['amend', 'urge', 'withdraw', 'answer', 'decline']);

/** What the case waits for from this person, first of all. */
export function Awaited({ answer }: { answer: CaseAnswer }) {
  const t = useT();
  const lang = useSettings((s) => s.lang);
  const mine = answer.openActions.filter((a) => a.disabledReason === null && !optional.has(a.name));
  const terms = [...new Set(mine.map((a) => (lang === 'zh' ? a.term : a.termEn)))];
  return (
    <p className={terms.length > 0 ? 'awaited' : 'awaited is-nothing'}>
      {terms.length > 0 ? t('case.awaited', { actions: terms.join(t('list.or')) }) : t('case.nothingAwaited')}
    </p>
  );
}
