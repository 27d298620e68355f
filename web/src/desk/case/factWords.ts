import { kindTerms, type Term, type Terms, urgencyTerms } from '@hotline/shared/catalog/terms';
import { dueWords } from '@hotline/shared/time/localText';
import { useCatalog } from '../../data/catalog.ts';
import { useSettings } from '../../data/settings.ts';
import { fieldTerms } from '../../text/fieldTerms.ts';
import { useT } from '../../text/translate.ts';
import type { TextKey } from '../../text/zh.ts';

/** Fields of forms and facts that no amendment touches, so the timeline has no word for them. */
const otherFields: Readonly<Record<string, TextKey>> = {
  lead: 'form.lead',
  assists: 'form.assists',
  dueAt: 'conflict.dueAt',
  publicReply: 'form.publicReply',
  handling: 'form.handling',
  text: 'form.answer',
  days: 'form.grantDays',
  contactedBy: 'form.contactedBy',
  contactedAt: 'form.contactedAt',
  actuality: 'form.actuality',
  solved: 'form.solved',
  unsolvedReason: 'form.unsolvedReason',
};
const atMost = 40;

/** Names and values of facts, as they stand on the forms: «紧急程度», «特急». */
export function useFactWords() {
  const t = useT();
  const lang = useSettings((s) => s.lang);
  const { departments, categoryLabels, regionLabels, offsetMinutes } = useCatalog();
  const unit = (id: unknown) => departments.get(String(id))?.shortName ?? String(id);
  const term = (terms: Terms<string>, value: unknown) =>
    (terms[String(value)] as Term | undefined)?.[lang] ?? String(value);
  const special: Readonly<Record<string, (value: unknown) => string>> = {
    kind: (v) => term(kindTerms, v),
    urgency: (v) => term(urgencyTerms, v),
    categoryId: (v) => categoryLabels.get(String(v)) ?? String(v),
    regionCode: (v) => regionLabels.get(String(v)) ?? String(v),
    againstDepartmentId: unit,
    lead: unit,
    assists: (v) => (v as readonly string[]).map(unit).join(t('list.or')),
    dueAt: (v) => dueWords(String(v), offsetMinutes, lang),
  };
  return {
    nameOf: (field: string) => fieldTerms[field]?.[lang] ?? (otherFields[field] ? t(otherFields[field]) : field),
    wordsFor: (field: string, value: unknown) => {
      if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
        return t('conflict.nothing');
      const words = special[field]?.(value) ?? String(value);
      return t('conflict.quoted', { value: words.length > atMost ? `${words.slice(0, atMost)}…` : words });
    },
  };
}
