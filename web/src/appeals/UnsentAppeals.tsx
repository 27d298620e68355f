import type { Answer } from '@hotline/shared/api/client';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useCatalog } from '../data/catalog.ts';
import { dropDraft } from '../data/drafts/draft.ts';
import { useRead } from '../data/useRead.ts';
import { paths } from '../paths.ts';
import { useT } from '../text/translate.ts';
import { dayAndClock } from '../ui/localTime.ts';
import { emptyLog, type LogDraft } from './logDraft.ts';

type Kept = Answer<'drafts'>['items'][number];
type Props = {
  /** The draft of the form itself. */
  own: string | null;
  onResume: (draft: LogDraft) => void;
};

/** Appeals that were begun and never sent, in another tab, on another computer or for another call: to go on with or to discard. */
export function UnsentAppeals({ own, onResume }: Props) {
  const t = useT();
  const navigate = useNavigate();
  const offset = useCatalog((s) => s.offsetMinutes);
  const { value, again } = useRead('drafts', {});
  const [asked, setAsked] = useState<string | null>(null);
  const kept = (value?.items ?? []).filter((d) => d.key.startsWith('log-') && d.key !== own);
  if (own === null || kept.length === 0) return null;
  const drop = (key: string) => void dropDraft(key).then(again);
  const resume = (draft: Kept) => {
    const call = /^log-call-([^-]+)/.exec(draft.key)?.[1];
    if (call) return void navigate(paths.log({ call }));
    onResume({ ...emptyLog, ...bodyOf(draft) });
    drop(draft.key);
  };
  return (
    <section className="unsent" aria-label={t('unsent.title')}>
      <h3>{t('unsent.count', { n: kept.length })}</h3>
      <ul className="history">
        {kept.map((draft) => (
          <li key={draft.key}>
            <span className="muted">{dayAndClock(draft.savedAt, offset)}</span> {wordsOf(draft) || t('unsent.noWords')}
            <div>
              <Button size="small" type="link" onClick={() => resume(draft)}>
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

// What is under such a key, the form of appeals has written, in this version or an older one.
const bodyOf = ({ body }: Kept) => body as Partial<LogDraft>;
const wordsOf = (draft: Kept) => [...(bodyOf(draft).content ?? '')].slice(0, 40).join('');
