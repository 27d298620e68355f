import { mostDrafts } from '@hotline/shared/api/session';
import { type KeptDraft, UnsentList } from '../appeals/UnsentList.tsx';
import { useCatalog } from '../data/catalog.ts';
import { useRead } from '../data/useRead.ts';
import { useT } from '../text/translate.ts';

/** 草稿: everything that was begun and not sent, of whatever form, so that what nobody needs any more can go. */
export function DraftSettingsPage() {
  const t = useT();
  const verbs = useCatalog((s) => s.verbs);
  const { value } = useRead('drafts', {});
  const wordsOf = ({ key, body }: KeptDraft) => {
    const form = verbs[key.split('-')[0] ?? '']?.term;
    const words = firstWords(body) ?? t('unsent.noWords');
    return form ? `${form}：${words}` : words;
  };
  return (
    <section aria-label={t('settings.drafts')}>
      <p className="muted">{t('drafts.note', { n: mostDrafts })}</p>
      {value?.items.length === 0 ? <p>{t('drafts.none')}</p> : null}
      <UnsentList own="" wordsOf={wordsOf} onResume={null} heading="drafts.count" />
    </section>
  );
}

/** What of a form's answers reads like words, codes and ids left aside. */
function firstWords(body: unknown): string | null {
  if (typeof body === 'string')
    return /\p{sc=Han}/u.test(body) || body.includes(' ') ? [...body].slice(0, 40).join('') : null;
  if (typeof body !== 'object' || body === null) return null;
  for (const part of Object.values(body)) {
    const words = firstWords(part);
    if (words !== null) return words;
  }
  return null;
}
