import type { FigureAnswer } from '@hotline/shared/api/figures';
import { useCatalog } from '../data/catalog.ts';
import { useT } from '../text/translate.ts';
import { clockSeconds } from '../ui/localTime.ts';
import { type Drill, DrillButton } from './DrillButton.tsx';
import { Exclusions } from './Exclusions.tsx';
import { isRate, numeratorText, useDefinitionText, valueText } from './figureText.ts';

/** One figure in full: its value, what it is made of, the rate by the original due, what is left out, and what it means. */
export function Headline({ figure, onDrill }: { figure: FigureAnswer; onDrill: (drill: Drill) => void }) {
  const t = useT();
  const offset = useCatalog((s) => s.offsetMinutes);
  const { definition, total } = figure;
  const words = useDefinitionText()(definition);
  const part = (which: 'numerator' | 'denominator' | 'rest') => (
    <DrillButton definition={definition} row={total} part={which} onDrill={onDrill} />
  );
  return (
    <section className="headline" aria-labelledby="headline">
      <h2 id="headline">{words.term}</h2>
      <p className="headline-rate">
        {valueText(definition, total)}
        <span className="headline-parts">
          {isRate(definition) ? part('numerator') : null} {isRate(definition) ? '/' : null} {part('denominator')}
        </span>
      </p>
      {total.original ? (
        <p className="headline-original">
          {t('report.byOriginal')} <b>{total.original.rate === null ? '—' : `${total.original.rate}%`}</b>{' '}
          <span className="muted">
            {numeratorText(definition, { numerator: total.original.numerator, unit: 1 })} /{' '}
            {total.denominator.toLocaleString('en-US')}
          </span>
        </p>
      ) : null}
      <p>
        {isRate(definition) ? (
          <>
            {words.missed} {part('rest')} ·{' '}
          </>
        ) : null}
        <span className="muted">{t('report.asOf', { time: clockSeconds(figure.asOf, offset) })}</span>
      </p>
      <h3>{t('report.excludedBy')}</h3>
      <Exclusions figure={figure} onDrill={onDrill} />
      <h3>{t('report.definition')}</h3>
      <p className="definition">{words.words}</p>
      <p className="muted">
        {t('report.cohort', { cohort: words.cohort })} · {t('report.version', { version: definition.version })}
      </p>
    </section>
  );
}
