import type { CaseAnswer } from '@hotline/shared/api/tickets';
import type { OpenAction } from '@hotline/shared/ticket/lifecycle';
import { useSettings } from '../../data/settings.ts';
import { useT } from '../../text/translate.ts';
import { isAwaited } from '../action/arranged.ts';

/** What the case waits for from this person, first of all. */
export function Awaited({ answer }: { answer: CaseAnswer }) {
  const t = useT();
  const lang = useSettings((s) => s.lang);
  const mine = (answer.openActions as OpenAction[]).filter((a) => isAwaited(a));
  const terms = [...new Set(mine.map((a) => (lang === 'zh' ? a.term : a.termEn)))];
  return (
    <p className={terms.length > 0 ? 'awaited' : 'awaited is-nothing'}>
      {terms.length > 0 ? t('case.awaited', { actions: terms.join(t('list.or')) }) : t('case.nothingAwaited')}
    </p>
  );
}
