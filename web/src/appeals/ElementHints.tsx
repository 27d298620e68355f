import { useT } from '../text/translate.ts';
import { elements, missingElements } from './fiveElements.ts';
import type { LogDraft } from './logDraft.ts';

/** Who, when, where, cause, course: what to ask before hanging up. */
export function ElementHints({ draft, isCallerKnown }: { draft: LogDraft; isCallerKnown: boolean }) {
  const t = useT();
  const missing = missingElements({ ...draft, isCallerKnown });
  const begun = draft.content.trim() !== '';
  return (
    <section aria-label={t('elements.title')}>
      <h2>{t('elements.title')}</h2>
      <ul className="elements">
        {elements.map((element) => {
          const lacks = missing.includes(element);
          return (
            <li key={element} className={begun && !lacks ? 'is-there' : ''}>
              <span aria-hidden="true">{begun && !lacks ? '✓' : '○'}</span> {t(`element.${element}`)}
              {begun && lacks ? <span className="muted">{t(`ask.${element}`)}</span> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
