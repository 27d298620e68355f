import type { CaseAnswer } from '@hotline/shared/api/tickets';
import { noteKindTerms, urgeSourceTerms } from '@hotline/shared/catalog/terms';
import { useCatalog, useDepartmentName } from '../../data/catalog.ts';
import { useT, useTerm } from '../../text/translate.ts';
import { dayAndClock } from '../../ui/localTime.ts';

/** What was said along the way, newest first: what citizens added, interim words, why somebody urges, words written over. */
export function Notes({ answer: { notes, urges, appeals, dispatches } }: { answer: CaseAnswer }) {
  const t = useT();
  const term = useTerm();
  const departmentName = useDepartmentName();
  const offset = useCatalog((s) => s.offsetMinutes);
  const aboutAppeal = (id: string | null) =>
    appeals.length > 1 ? appeals.find((a) => a.id === id)?.number : undefined;
  const aboutDispatch = (id: string | null) => {
    const dispatch = dispatches.find((d) => d.id === id);
    return dispatch && departmentName(dispatch.departmentId);
  };
  const said = [
    ...notes.map((n) => ({
      ...n,
      what: term(noteKindTerms, n.kind),
      about: aboutAppeal(n.appealId) ?? aboutDispatch(n.dispatchId),
    })),
    ...urges.flatMap((u) =>
      u.note ? [{ id: u.id, at: u.at, text: u.note, what: term(urgeSourceTerms, u.source), about: undefined }] : [],
    ),
  ].toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  if (said.length === 0) return null;
  return (
    <section aria-label={t('case.notes')}>
      <h3>{t('case.notes')}</h3>
      {said.map((n) => (
        <article key={n.id} className="reply">
          <p className="muted">{[n.what, n.about, dayAndClock(n.at, offset)].filter(Boolean).join(' · ')}</p>
          <p className="words">{n.text}</p>
        </article>
      ))}
    </section>
  );
}
