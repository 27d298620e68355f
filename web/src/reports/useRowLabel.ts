import type { FigureRow } from '@hotline/shared/api/figures';
import { channelTerms, dispatchRoleTerms, kindTerms } from '@hotline/shared/catalog/terms';
import { useT, useTerm } from '../text/translate.ts';

/** A group's name: closed lists in the person's language, everything else as the centre calls it. */
export function useRowLabel(by: string): (row: FigureRow) => string {
  const t = useT();
  const term = useTerm();
  return (row) => {
    if (row.key === '') return t('report.noKey');
    if (by === 'kind') return term(kindTerms, row.key as keyof typeof kindTerms);
    if (by === 'channel') return term(channelTerms, row.key as keyof typeof channelTerms);
    if (by === 'role') return term(dispatchRoleTerms, row.key as keyof typeof dispatchRoleTerms);
    return row.label;
  };
}
