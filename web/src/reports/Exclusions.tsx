import type { FigureAnswer } from '@hotline/shared/api/figures';
import { exclusionTerms } from '@hotline/shared/figures/exclusions';
import { useT, useTerm } from '../text/translate.ts';
import { type Drill, DrillButton } from './DrillButton.tsx';

type Props = {
  figure: Pick<FigureAnswer, 'definition' | 'total'>;
  /** Leave out the reasons of nobody. */
  brief?: boolean;
  onDrill: (drill: Drill) => void;
};

/** What is left out, reason by reason, with the tickets behind each; a reason of nobody is said with 0. */
export function Exclusions({ figure, brief = false, onDrill }: Props) {
  const t = useT();
  const term = useTerm();
  const { definition, total } = figure;
  if (brief && total.excludedTotal === 0) return <span className="muted">{t('report.nobodyLeftOut')}</span>;
  if (definition.exclusions.length === 0) return <p className="muted">{t('report.noExclusions')}</p>;
  const reasons = definition.exclusions.filter((reason) => !brief || (total.excluded[reason] ?? 0) > 0);
  return (
    <dl className="exclusions">
      {reasons.map((reason) => (
        <div key={reason}>
          <dt>{term(exclusionTerms, reason)}</dt>
          <dd>
            <DrillButton definition={definition} row={total} part="excluded" reason={reason} onDrill={onDrill} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
