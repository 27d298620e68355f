import type { Answer } from '@hotline/shared/api/client';
import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import { api, sentenceOf } from '../data/api.ts';
import { useCatalog } from '../data/catalog.ts';
import { dropDraft } from '../data/drafts/draft.ts';
import { heldElsewhere } from '../data/drafts/draftSlot.ts';
import { useRead } from '../data/useRead.ts';
import { useT } from '../text/translate.ts';
import type { TextKey } from '../text/zh.ts';
import { dayAndClock } from '../ui/localTime.ts';

export type KeptDraft = Answer<'drafts'>['items'][number];
type Props = {
  /** The draft of the form itself; null: not known yet. */
  own: string | null;
  /** Its first words; null: it belongs to another form. */
  wordsOf: (kept: KeptDraft) => string | null;
  /** Goes on with it here, so it is dropped where it was; false: it was opened where it belongs. Null: not from here. */
  onResume: ((kept: KeptDraft) => boolean) | null;
  /** The heading, with how many there are (`n`). */
  heading?: TextKey;
};

/**
 * What was begun and never sent, on another computer, for another call or in a tab that is closed: to go on with or to
 * discard. What another tab has open stays that tab's.
 */
export function UnsentList({ own, wordsOf, onResume, heading = 'unsent.count' }: Props) {
  const t = useT();
  const offset = useCatalog((s) => s.offsetMinutes);
  const { value, again } = useRead('drafts', {});
  const [asked, setAsked] = useState<string | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const kept = (value?.items ?? []).flatMap((draft) => {
    const words = draft.key === own ? null : wordsOf(draft);
    return words === null ? [] : [{ draft, words }];
  });
  const { held, look } = useHeld(kept.map(({ draft }) => draft.key));
  if (own === null || kept.length === 0) return null;
  const drop = (key: string) => void dropDraft(key).then(again);
  /** As it stands now, and nobody's: another tab may have opened, sent or taken it since the list was read. */
  const free = async (key: string) => {
    setMessage(null);
    if ((await look([key])).has(key)) return null;
    try {
      const { draft } = await api.call('getDraft', { params: { key } });
      if (!draft) void again();
      return draft;
    } catch (error) {
      setMessage(sentenceOf(error));
      return null;
    }
  };
  const resume = async (key: string) => {
    const draft = await free(key);
    if (draft && onResume?.(draft)) drop(key);
  };
  const discard = async (key: string) => {
    if (await free(key)) drop(key);
  };
  return (
    <section className="unsent" aria-label={t(heading, { n: kept.length })}>
      <h3>{t(heading, { n: kept.length })}</h3>
      {message ? <Alert type="error" role="alert" title={message} /> : null}
      <ul className="history">
        {kept.map(({ draft, words }) => (
          <li key={draft.key}>
            <span className="muted">{dayAndClock(draft.savedAt, offset)}</span> {words}
            {held.has(draft.key) ? (
              <div className="muted">{t('unsent.held')}</div>
            ) : (
              <div>
                {onResume ? (
                  <Button size="small" type="link" onClick={() => void resume(draft.key)}>
                    {t('unsent.resume')}
                  </Button>
                ) : null}
                {asked === draft.key ? (
                  <Button size="small" danger onClick={() => void discard(draft.key)}>
                    {t('unsent.discardSure')}
                  </Button>
                ) : (
                  <Button size="small" type="link" onClick={() => setAsked(draft.key)}>
                    {t('unsent.discard')}
                  </Button>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Which of them other tabs have open; asked when they are listed, and again whenever the person comes back to this tab. */
function useHeld(keys: readonly string[]) {
  const [held, setHeld] = useState<ReadonlySet<string>>(new Set());
  const listed = JSON.stringify(keys);
  const look = async (some: readonly string[]) => {
    const now = await heldElsewhere(some);
    setHeld((before) => new Set([...[...before].filter((key) => !some.includes(key)), ...now]));
    return now;
  };
  useEffect(() => {
    let isShown = true;
    const all: string[] = JSON.parse(listed);
    if (all.length === 0) return;
    const lookAgain = () => void heldElsewhere(all).then((now) => (isShown ? setHeld(now) : undefined));
    lookAgain();
    window.addEventListener('focus', lookAgain);
    return () => {
      isShown = false;
      window.removeEventListener('focus', lookAgain);
    };
  }, [listed]);
  return { held, look };
}
