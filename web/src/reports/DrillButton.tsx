import type { FigureAnswer } from '@hotline/shared/api/figures';
import { useT } from '../text/translate.ts';

/** What is asked for when a number is pressed: exactly the tickets it counts. */
export type Drill = { title: string; query: string };

type Row = FigureAnswer['total'];
export type Part = 'numerator' | 'denominator' | 'late' | 'excluded';
type Props = { row: Row; part: Part; title: string; onDrill: (drill: Drill) => void };

/** A number that opens the very tickets it counts. */
export function DrillButton({ row, part, title, onDrill }: Props) {
  const t = useT();
  const n = row[part];
  if (n === 0) return <span>0</span>;
  const name = [title, row.label && row.label !== title ? row.label : '', t(`part.${part}`)]
    .filter(Boolean)
    .join(' · ');
  return (
    <button
      type="button"
      className="drill"
      aria-label={`${name} ${n}`}
      onClick={() => onDrill({ title: name, query: withPart(row.drill, part) })}
    >
      {n.toLocaleString('en-US')}
    </button>
  );
}

const withPart = (drill: string, part: Part) => {
  const query = new URLSearchParams(drill.slice(drill.indexOf('?') + 1));
  query.set('part', part);
  return query.toString();
};
