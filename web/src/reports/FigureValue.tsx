import type { FigureDefinition, FigureRow } from '@hotline/shared/api/figures';
import { useCatalog } from '../data/catalog.ts';
import { dayAndClock } from '../ui/localTime.ts';
import { valueText } from './figureText.ts';

/** A figure's one value; of the oldest open ticket, since when. */
export function FigureValue({ definition, row }: { definition: FigureDefinition; row: FigureRow }) {
  const offset = useCatalog((s) => s.offsetMinutes);
  if (definition.id !== 'oldest') return <>{valueText(definition, row)}</>;
  return <>{row.since ? dayAndClock(row.since, offset) : '—'}</>;
}
