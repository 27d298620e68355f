import type { Present } from '@hotline/shared/live/presence';
import { useCatalog } from '../../data/catalog.ts';
import { usePresent } from '../../data/presence.ts';
import { useSettings } from '../../data/settings.ts';
import { useT } from '../../text/translate.ts';
import { verbTerm } from '../../text/verbs.ts';
import { clock } from '../../ui/localTime.ts';
import '../presence.css';

const namedAtMost = 2;

/** Who else is at this ticket, whoever fills in a form first: «李四 正在填写派单». It stands where nothing moves for it. */
export function WhoIsHere({ ticketId }: { ticketId: string }) {
  const t = useT();
  const present = usePresent();
  const wordsOf = useWords();
  const people = present.ticketId === ticketId ? present.people : [];
  const rest = people.length - namedAtMost + present.more;
  const named = people.slice(0, namedAtMost).map((p) => wordsOf(p));
  return (
    <span className="who-is-here" role="status" title={people.map((p) => wordsOf(p, true)).join('\n')}>
      {people.length === 0 ? null : (
        <>
          <span className={people[0]?.form ? 'is-writing' : 'is-looking'} aria-hidden="true" />
          {named.join(t('list.then'))}
          {rest > 0 ? t('here.more', { n: rest }) : ''}
        </>
      )}
    </span>
  );
}

/** Beside the title of an open form: somebody else has the same one open, so both do not do the same work. */
export function WhoElseFills({ ticketId, form }: { ticketId: string; form: string }) {
  const t = useT();
  const wordsOf = useWords();
  const other = usePresent((s) => (s.ticketId === ticketId ? s.people.find((p) => p.form === form) : undefined));
  if (!other) return null;
  return <span className="who-else">{t('here.same', { who: wordsOf(other, true) })}</span>;
}

function useWords() {
  const t = useT();
  const lang = useSettings((s) => s.lang);
  const { offsetMinutes, centreName } = useCatalog();
  return ({ name, unit, form, since }: Present, withTime = false) => {
    const who =
      unit === centreName || unit === '' || name.startsWith(unit) ? name : t('dispatch.as', { name, role: unit });
    const what = form ? t('here.fills', { who, form: verbTerm(form)[lang] }) : t('here.looks', { who });
    return withTime ? t('here.since', { what, time: clock(since, offsetMinutes) }) : what;
  };
}
