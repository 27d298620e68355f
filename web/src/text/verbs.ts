import type { Term } from '@hotline/shared/catalog/terms';
import { type Origin, origins } from '@hotline/shared/ticket/origins';
import type { TimelineWords } from '@hotline/shared/ticket/showing';
import { useCatalog } from '../data/catalog.ts';
import { useSettings } from '../data/settings.ts';

/** What an event of the log is called, as on the button of its verb. */
export function verbTerm(verb: string): Term {
  const known = told(verb);
  return known ? { zh: known.term, en: known.termEn } : { zh: verb, en: verb };
}

/** The sentence an event of the log is told in; a verb this console does not know yet is told by its name. */
export const timelineWords = (verb: string): TimelineWords =>
  told(verb)?.timeline ?? { zh: `{who}${verb}`, en: `{who}: ${verb}` };

export function useVerbTerm(): (verb: string) => string {
  const lang = useSettings((s) => s.lang);
  return (verb) => verbTerm(verb)[lang];
}

function told(verb: string): Pick<Origin, 'term' | 'termEn' | 'timeline'> | undefined {
  if (Object.hasOwn(origins, verb)) return origins[verb as keyof typeof origins];
  const { verbs } = useCatalog.getState();
  return Object.hasOwn(verbs, verb) ? (verbs[verb] as Pick<Origin, 'term' | 'termEn' | 'timeline'>) : undefined;
}
