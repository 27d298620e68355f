import type { CaseAnswer } from '@hotline/shared/api/tickets';
import { useCatalog, useDepartmentName } from '../stores/catalog.ts';
import { useSettings } from '../stores/settings.ts';
import { useT } from '../text/translate.ts';
import { verbTerm } from '../text/verbs.ts';
import { dayAndClock } from '../ui/localTime.ts';
import { actorKey } from './News.tsx';
import type { Timeline as Events } from './openCase.ts';

/** What happened, newest first. */
export function Timeline({ events, answer }: { events: Events; answer: CaseAnswer }) {
  const t = useT();
  const lang = useSettings((s) => s.lang);
  const offset = useCatalog((s) => s.offsetMinutes);
  const departmentName = useDepartmentName();
  const about = (childId: string | null) => {
    const turn = answer.dispatches.find((d) => d.id === childId);
    return turn ? departmentName(turn.departmentId) : '';
  };
  return (
    <section aria-label={t('case.timeline')}>
      <h3>{t('case.timeline')}</h3>
      <ol className="timeline">
        {events.toReversed().map((e) => (
          <li key={e.seq}>
            <time dateTime={e.at}>{dayAndClock(e.effectiveAt, offset)}</time>
            <b>{verbTerm(e.verb)[lang]}</b>
            <span>
              {e.actorName ?? t(`actor.${actorKey(e.actorType)}`)} {about(e.childId)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
