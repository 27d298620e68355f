import type { Term } from '../catalog/terms.ts';
import { type Exclusion, exclusionTerms } from './exclusions.ts';
import type { Verdict } from './figure.ts';

const standing = {
  extended: { zh: '延期后及时', en: 'In time after an extension' },
  shortened: { zh: '仅按原时限及时', en: 'In time only by the original due' },
  fairly: { zh: '基本满意', en: 'Fairly satisfied' },
} as const;

/** A verdict in the figure's own words. */
export function verdictTerm({ met, missed }: { readonly met: Term; readonly missed: Term }, verdict: Verdict): Term {
  if (verdict === 'in') return met;
  if (verdict === 'out') return missed;
  return Object.hasOwn(standing, verdict)
    ? standing[verdict as keyof typeof standing]
    : exclusionTerms[verdict as Exclusion];
}
