import type { FigureAnswer } from '@hotline/shared/api/figures';
import { Tooltip } from 'antd';
import { useCatalog } from '../stores/catalog.ts';
import { useSettings } from '../stores/settings.ts';
import { useT } from '../text/translate.ts';
import { clockSeconds } from '../ui/localTime.ts';
import { type Drill, DrillButton } from './DrillButton.tsx';

/** The one number, what it is made of, when it was read, and what it means. */
export function Headline({ figure, onDrill }: { figure: FigureAnswer; onDrill: (drill: Drill) => void }) {
  const t = useT();
  const lang = useSettings((s) => s.lang);
  const offset = useCatalog((s) => s.offsetMinutes);
  const { definition, total } = figure;
  const words = lang === 'zh' ? definition.words : definition.wordsEn;
  const term = lang === 'zh' ? definition.term : definition.termEn;
  return (
    <section className="headline" aria-labelledby="headline">
      <h2 id="headline">
        <Tooltip title={words}>
          <span className="has-definition">{term}</span>
        </Tooltip>
      </h2>
      <p className="headline-rate">
        {total.rate === null ? '—' : `${total.rate} %`}
        <span className="headline-parts">
          <DrillButton row={total} part="numerator" title={term} onDrill={onDrill} /> /{' '}
          <DrillButton row={total} part="denominator" title={term} onDrill={onDrill} />
        </span>
      </p>
      <p className="muted">
        {t('report.asOf', { time: clockSeconds(figure.asOf, offset) })} · {t('report.late')}{' '}
        <DrillButton row={total} part="late" title={term} onDrill={onDrill} /> · {t('report.excluded')}{' '}
        <DrillButton row={total} part="excluded" title={term} onDrill={onDrill} />
      </p>
      <details>
        <summary>{t('report.definition')}</summary>
        <p>{words}</p>
        <p className="muted">{t('report.version', { id: definition.id, version: definition.version })}</p>
      </details>
    </section>
  );
}
