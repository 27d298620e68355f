import type { Answer } from '@hotline/shared/api/client';
import { Button } from 'antd';
import { useDepartmentName } from '../data/catalog.ts';
import { useAsked } from '../data/useAsked.ts';
import { useT } from '../text/translate.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { useShortcuts } from '../ui/shortcuts.ts';
import './knowledge.css';

export type Fitting = Answer<'fittingArticles'>['items'][number];
type Props = {
  /** What the citizen says; null while there is too little of it. */
  about: { content: string; categoryId?: string } | null;
  cited: readonly { articleId: string }[];
  onCite: (article: Fitting) => void;
};

/** At most three articles that answer what is said, unasked; taken over with a key, never by itself. */
export function FittingArticles({ about, cited, onCite }: Props) {
  const t = useT();
  const departmentName = useDepartmentName();
  const found = useAsked('fittingArticles', about && { query: about });
  const items = found?.items ?? [];
  const cite = (i: number) => () => {
    const item = items[i];
    if (item) onCite(item);
  };
  useShortcuts(Object.fromEntries(items.map((_, i) => [`alt+${i + 7}`, cite(i)])), items.length > 0);
  if (items.length === 0) return null;
  return (
    <section className="fitting" aria-label={t('knowledge.fitting')}>
      <h3>
        {t('knowledge.fitting')} <span className="muted">{t('knowledge.fittingKeys')}</span>
      </h3>
      {items.map((item, i) => (
        <details key={item.id} open={i === 0}>
          <summary>{item.title}</summary>
          <p className="words">{item.answer}</p>
          <p className="muted">
            {[item.basis, item.departmentId ? departmentName(item.departmentId) : null].filter(Boolean).join(' · ')}
          </p>
          <Button size="small" disabled={cited.some(({ articleId }) => articleId === item.id)} onClick={cite(i)}>
            {t('knowledge.cite')} <Kbd>{`Alt+${i + 7}`}</Kbd>
          </Button>
        </details>
      ))}
    </section>
  );
}
