import type { FigureDefinition, FigureRow } from '@hotline/shared/api/figures';
import { type Exclusion, exclusionTerms } from '@hotline/shared/figures/exclusions';
import { useT, useTerm } from '../text/translate.ts';
import { numeratorText, useDefinitionText } from './figureText.ts';

/** What is asked for when a number is pressed: exactly the tickets it counts. */
export type Drill = { figure: FigureDefinition; title: string; query: string };
export type Part = 'numerator' | 'denominator' | 'rest' | 'excluded';
type Props = {
  definition: FigureDefinition;
  row: FigureRow;
  part: Part;
  reason?: Exclusion;
  onDrill: (drill: Drill) => void;
};

/** A number that opens the very tickets it counts. */
export function DrillButton({ definition, row, part, reason, onDrill }: Props) {
  const t = useT();
  const term = useTerm();
  const words = useDefinitionText()(definition);
  const n = countOf(row, part, reason);
  const text = part === 'numerator' ? numeratorText(definition, row) : n.toLocaleString('en-US');
  if (n === 0) return <span>{text}</span>;
  const what = {
    numerator: words.met,
    denominator: words.denominator,
    rest: words.missed,
    excluded: t('part.excluded'),
  };
  const name = [words.term, row.label, reason ? term(exclusionTerms, reason) : what[part]].filter(Boolean).join(' · ');
  return (
    <button
      type="button"
      className="drill"
      aria-label={`${name} ${text}`}
      onClick={() => onDrill({ figure: definition, title: name, query: drillQuery(row, part, reason) })}
    >
      {text}
    </button>
  );
}

const countOf = (row: FigureRow, part: Part, reason?: Exclusion): number =>
  part === 'numerator'
    ? row.met
    : part === 'rest'
      ? row.rest
      : part === 'denominator'
        ? row.denominator
        : reason
          ? (row.excluded[reason] ?? 0)
          : row.excludedTotal;

/** The query that lists this part of the row. */
export const drillQuery = (row: FigureRow, part: Part, reason?: Exclusion): string => {
  const query = new URLSearchParams(row.drill);
  query.set('part', part);
  if (reason) query.set('reason', reason);
  return query.toString();
};
