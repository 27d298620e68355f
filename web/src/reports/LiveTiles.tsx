import type { Answer } from '@hotline/shared/api/client';
import { Tooltip } from 'antd';
import { useT } from '../text/translate.ts';
import { type Drill, drillQuery } from './DrillButton.tsx';
import { FigureValue } from './FigureValue.tsx';
import { useDefinitionText } from './figureText.ts';

type Items = Answer<'board'>['items'];

/** 此刻: what stands now, whatever period is chosen; a press lists the tickets. */
export function LiveTiles({ items, onDrill }: { items: Items; onDrill: (drill: Drill) => void }) {
  const t = useT();
  const text = useDefinitionText();
  return (
    <section className="tiles" aria-label={t('report.now')}>
      <h2>{t('report.now')}</h2>
      {items.map(({ definition, total }) => {
        const { term, words } = text(definition);
        const paused = total.excluded['paused'];
        return (
          <Tooltip key={definition.id} title={words}>
            <button
              type="button"
              className={`tile ${definition.id === 'overdueNow' && total.numerator > 0 ? 'is-late' : ''}`}
              onClick={() => onDrill({ figure: definition, title: term, query: drillQuery(total, 'denominator') })}
            >
              <span className="tile-term">{term}</span>
              <span className="tile-value">
                <FigureValue definition={definition} row={total} />
              </span>
              {paused ? <span className="muted">{t('report.pausedApart', { n: paused })}</span> : null}
            </button>
          </Tooltip>
        );
      })}
    </section>
  );
}
