import type { WholeArticle } from '@hotline/shared/api/knowledge';
import { useSearchParams } from 'react-router';
import { useCatalog } from '../data/catalog.ts';
import { useT } from '../text/translate.ts';
import { dayAndClock } from '../ui/localTime.ts';
import { Difference } from './Difference.tsx';

type Change = WholeArticle['changes'][number];

/** Every version that was told, each with what it changed; and what was proposed and not taken. */
export function Versions({ whole: { changes, names } }: { whole: WholeArticle }) {
  const t = useT();
  const offset = useCatalog((s) => s.offsetMinutes);
  const wanted = Number(useSearchParams()[0].get('version'));
  const past = changes.filter(({ status }) => status !== 'open');
  if (past.length === 0) return null;
  const before = (change: Change) => changes.find(({ version }) => version === change.basedOn)?.content ?? null;
  const stateOf = ({ status, version }: Change) =>
    status === 'published'
      ? t('knowledge.version', { n: version ?? 0 })
      : t(`knowledge.${status as 'refused' | 'cancelled'}`);
  return (
    <section className="article-versions" aria-label={t('knowledge.versions')}>
      <h3>{t('knowledge.versions')}</h3>
      {past.map((change) => (
        <details key={change.id} open={change.version !== null && change.version === wanted}>
          <summary>
            {[
              stateOf(change),
              t('knowledge.proposedBy', {
                who: names[change.proposedBy] ?? '',
                time: dayAndClock(change.proposedAt, offset),
              }),
              change.decidedBy && change.decidedAt
                ? t('knowledge.decidedBy', {
                    who: names[change.decidedBy] ?? '',
                    time: dayAndClock(change.decidedAt, offset),
                  })
                : null,
              change.decision,
            ]
              .filter(Boolean)
              .join(' · ')}
          </summary>
          <Difference before={before(change)} after={change.content} />
        </details>
      ))}
    </section>
  );
}
