import type { Refusal } from '@hotline/shared/refusal';
import { Button } from 'antd';
import { useCatalog } from '../../data/catalog.ts';
import type { Conflict } from '../../data/drafts/mergeForm.ts';
import { useSettings } from '../../data/settings.ts';
import { useT } from '../../text/translate.ts';
import { verbTerm } from '../../text/verbs.ts';
import { clock } from '../../ui/localTime.ts';
import { useNow } from '../../ui/useNow.ts';
import { type FactChange, whoChanged } from '../case/facts.ts';
import { useFactWords } from '../case/factWords.ts';
import type { Timeline } from '../case/openCase.ts';
import '../presence.css';

/** One action of somebody else's, as a `stale` refusal tells it. */
export type PastAction = { verb: string; by: string | null; at: string; fields: readonly string[] };

type Props = {
  conflicts: readonly Conflict[];
  facts: readonly FactChange[];
  /** What the server told when it refused, where no field on show tells it. */
  pastActions: readonly PastAction[];
  events: Timeline;
  /** The timeline's place when this form was opened. */
  seq: number;
  onSettle: (field: string, keep: 'mine' | 'theirs') => void;
  onSeen: () => void;
};

/** What others changed under an open form, field by field. Nothing typed has moved; each field is kept or taken by a key. */
export function Meanwhile({ conflicts, facts, pastActions, events, seq, onSettle, onSeen }: Props) {
  const t = useT();
  const lang = useSettings((s) => s.lang);
  const { nameOf, wordsFor } = useFactWords();
  const ago = useAgo();
  if (conflicts.length + facts.length + pastActions.length === 0) return null;
  const told = ({ field, was, theirs }: FactChange | Conflict) => {
    const event = whoChanged(field, events, seq);
    const who = event?.actorName ?? t(event?.actorType === 'citizen' ? 'actor.citizen' : 'conflict.somebody');
    const words = { who, ago: event ? ago(event.at) : '', field: nameOf(field) };
    return t('conflict.changed', { ...words, was: wordsFor(field, was), theirs: wordsFor(field, theirs) });
  };
  // What is merely told asks for nothing but to have been read.
  const seen = (
    <Button size="small" onClick={onSeen}>
      {t('conflict.seen')}
    </Button>
  );
  return (
    <section className="meanwhile" role="status" aria-label={t('conflict.label')}>
      <ul>
        {conflicts.map((c) => (
          <li key={`mine.${c.field}`}>
            <span>
              {told(c)} {t('conflict.yours', { mine: wordsFor(c.field, c.mine) })}
            </span>
            <Button size="small" onClick={() => onSettle(c.field, 'mine')}>
              {t('conflict.keep')}
            </Button>
            <Button size="small" onClick={() => onSettle(c.field, 'theirs')}>
              {t('conflict.take')}
            </Button>
          </li>
        ))}
        {facts.map((f, i) => (
          <li key={`fact.${f.field}`}>
            <span>{told(f)}</span>
            {i === facts.length - 1 ? seen : null}
          </li>
        ))}
        {pastActions.map((d, i) => (
          <li key={`${d.verb}.${d.at}`}>
            <span>
              {t('conflict.action', {
                who: d.by ?? t('conflict.somebody'),
                ago: ago(d.at),
                action: verbTerm(d.verb)[lang],
              })}
            </span>
            {i === pastActions.length - 1 ? seen : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** «2 分钟前», and the plain time where it is longer ago than an hour. */
function useAgo() {
  const t = useT();
  const offset = useCatalog((s) => s.offsetMinutes);
  const now = useNow();
  return (at: string) => {
    const minutes = Math.floor((now - Date.parse(at)) / 60_000);
    if (minutes < 1) return t('conflict.justNow');
    return minutes < 60 ? t('conflict.minutesAgo', { n: minutes }) : t('conflict.at', { time: clock(at, offset) });
  };
}

/** What a refusal says others did; empty for any other refusal. */
export const pastActionsOf = (refusal: Refusal): readonly PastAction[] =>
  refusal.code === 'stale' ? ((refusal.details as { changes?: PastAction[] } | undefined)?.changes ?? []) : [];
