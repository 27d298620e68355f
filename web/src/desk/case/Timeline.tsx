import type { CaseAnswer } from '@hotline/shared/api/tickets';
import { useCatalog, useDepartmentName } from '../../data/catalog.ts';
import { useSettings } from '../../data/settings.ts';
import { useT } from '../../text/translate.ts';
import { clock, dayAndClock } from '../../ui/localTime.ts';
import { Originals } from './Originals.tsx';
import type { Timeline as Events } from './openCase.ts';
import { sentenceOf } from './timelineWords.ts';

type Props = {
  events: Events;
  answer: CaseAnswer;
  /** Each entry opens the texts that came with it, as they came. */
  withOriginals?: boolean;
};

/** What happened, in sentences, newest first; the day is said once. */
export function Timeline({ events, answer, withOriginals = false }: Props) {
  const t = useT();
  const lang = useSettings((s) => s.lang);
  const offset = useCatalog((s) => s.offsetMinutes);
  const departmentName = useDepartmentName();
  const newestFirst = events.toReversed();
  const dayOf = (at: string) => dayAndClock(at, offset).slice(0, -6);
  return (
    <section aria-label={t('case.timeline')}>
      <h3>{t('case.timeline')}</h3>
      <ol className="timeline">
        {newestFirst.map((e, i) => {
          const day = dayOf(e.effectiveAt);
          const before = newestFirst[i - 1];
          const isNewDay = !before || dayOf(before.effectiveAt) !== day;
          return (
            <li key={e.seq} className={isNewDay ? 'is-new-day' : ''}>
              <time dateTime={e.at}>
                <span className={isNewDay ? '' : 'visually-hidden'}>{day}</span> {clock(e.effectiveAt, offset)}
              </time>
              <div>
                {sentenceOf(e, answer, departmentName, lang)}
                {withOriginals ? <Originals originals={e.originals} /> : null}
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
