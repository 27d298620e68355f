import type { CaseAnswer } from '@hotline/shared/api/tickets';
import { dispatchRoleTerms, type Term } from '@hotline/shared/catalog/terms';
import { fieldTerms } from '../../text/fieldTerms.ts';
import { type Lang, translate } from '../../text/translate.ts';
import { timelineWords } from '../../text/verbs.ts';
import type { Timeline } from './openCase.ts';

type Entry = Timeline[number];
type Named = (departmentId: string) => string;

/** One entry of the timeline as a sentence: «派单员小陈派单：市水务集团（主办）». */
export function sentenceOf(e: Entry, answer: CaseAnswer, departmentName: Named, lang: Lang): string {
  const who = whoIn(e, lang);
  const told = toldIn(e)[lang];
  const list = translate(lang, 'list.or');
  const values: Record<string, () => string> = {
    who: () => who,
    unit: () => unitOf(e, answer, departmentName) || translate(lang, 'case.unit'),
    units: () => sentTo(e, answer, departmentName, lang).join(list) || translate(lang, 'case.unit'),
    ticket: () => e.linked?.number ?? translate(lang, 'case.otherTicket'),
    fields: () => changed(e, lang).join(list) || translate(lang, 'case.facts'),
  };
  const words = told.replace(/\{(\w+)\}/g, (all, name: string) => values[name]?.() ?? all);
  return lang === 'en' ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}

/** Its own sentence; where it names another ticket that the viewer may see, the one that names it too. */
function toldIn(e: Entry): Term {
  const words = timelineWords(e.verb);
  if (!e.linked || !words.linked) return words;
  const { here, there = here } = words.linked;
  return wasCalledHere(e) ? here : there;
}

/** A verb about two tickets takes appeals from the one it was called on. */
const wasCalledHere = ({ fields }: Pick<Entry, 'fields'>) => fields.some((field) => field.startsWith('-'));

const whoIn = (e: Entry, lang: Lang) =>
  e.actorName ??
  translate(
    lang,
    e.actorType === 'citizen' ? 'actor.citizen' : e.actorType === 'system' ? 'actor.system' : 'actor.person',
  );

/** The department of the dispatch, or of the request, order or card, that the entry is about. */
function unitOf({ childId }: Entry, { dispatches, requests, orders, cards }: CaseAnswer, named: Named): string {
  const about = [...requests, ...orders, ...cards].find((x) => x.id === childId);
  const dispatch = dispatches.find((d) => d.id === (about?.dispatchId ?? childId));
  return dispatch ? named(dispatch.departmentId) : '';
}

/** Dispatches that began with the entry. */
function sentTo({ fields }: Entry, { dispatches }: CaseAnswer, named: Named, lang: Lang): string[] {
  const begun = dispatches.filter((d) => fields.includes(`+${d.id}`));
  return begun.map((d) => {
    const name = named(d.departmentId);
    return begun.length > 1 ? translate(lang, 'dispatch.as', { name, role: dispatchRoleTerms[d.role][lang] }) : name;
  });
}

function changed({ fields }: Entry, lang: Lang): string[] {
  const names = fields.map((field) => field.split('.').at(-1) ?? field);
  return [...new Set(names.flatMap((name) => fieldTerms[name]?.[lang] ?? []))];
}
