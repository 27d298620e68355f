import type { Answer } from '@hotline/shared/api/client';
import { Button } from 'antd';
import { useState } from 'react';
import { useCatalog } from '../data/catalog.ts';
import { dropDraft } from '../data/drafts/draft.ts';
import { useRead } from '../data/useRead.ts';
import { useT } from '../text/translate.ts';
import { dayAndClock } from '../ui/localTime.ts';

export type KeptDraft = Answer<'drafts'>['items'][number];
type Props = {
  /** The draft of the form itself; null: not known yet. */
  own: string | null;
  /** Its first words; null: it belongs to another form. */
  wordsOf: (kept: KeptDraft) => string | null;
  /** Goes on with it here, so it is dropped where it was; false: it was opened where it belongs. */
  onResume: (kept: KeptDraft) => boolean;
};

/** What was begun and never sent, in another tab, on another computer or for another call: to go on with or to discard. */
export function UnsentList({ own, wordsOf, onResume }: Props) {
  const t = useT();
  const offset = useCatalog((s) => s.offsetMinutes);
  const { value, again } = useRead('drafts', {});
  const [asked, setAsked] = useState<string | null>(null);
  const kept = (value?.items ?? []).flatMap((draft) => {
    const words = draft.key === own ? null : wordsOf(draft);
    return words === null ? [] : [{ draft, words }];
  });
  if (own === null || kept.length === 0) return null;
  const drop = (key: string) => void dropDraft(key).then(again);
  return (
    <section className="unsent" aria-label={t('unsent.title')}>
      <h3>{t('unsent.count', { n: kept.length })}</h3>
      <ul className="history">
        {kept.map(({ draft, words }) => (
          <li key={draft.key}>
            <span className="muted">{dayAndClock(draft.savedAt, offset)}</span> {words}
            <div>
              <Button size="small" type="link" onClick={() => onResume(draft) && drop(draft.key)}>
                {t('unsent.resume')}
              </Button>
              {asked === draft.key ? (
                <Button size="small" danger onClick={() => drop(draft.key)}>
                  {t('unsent.discardSure')}
                </Button>
              ) : (
                <Button size="small" type="link" onClick={() => setAsked(draft.key)}>
                  {t('unsent.discard')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
