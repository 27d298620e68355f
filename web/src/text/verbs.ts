import type { Term } from '@hotline/shared/catalog/terms';
import type { VerbName } from '@hotline/shared/ticket/verbs/index';
import { useCatalog } from '../data/catalog.ts';

/** Verbs the timeline names otherwise than the button does; the rest take the words of the catalog. */
const told: Partial<Record<VerbName | 'log' | 'import', Term>> = {
  log: { zh: '登记', en: 'Logged' },
  import: { zh: '导入', en: 'Imported' },
  approveReply: { zh: '单位审核通过', en: 'Reply approved' },
  rejectReply: { zh: '单位审核退回', en: 'Reply rejected' },
};

export const verbTerm = (verb: string): Term => {
  const known = useCatalog.getState().verbs[verb];
  return (
    (told as Record<string, Term>)[verb] ?? (known ? { zh: known.term, en: known.termEn } : { zh: verb, en: verb })
  );
};
