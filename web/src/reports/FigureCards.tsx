import type { Answer } from '@hotline/shared/api/client';
import { Tooltip } from 'antd';
import { useT } from '../text/translate.ts';
import { change, isRate, numeratorText, useDefinitionText, valueText } from './figureText.ts';

type Props = { items: Answer<'board'>['items']; chosen: string; onChoose: (id: string) => void };

/** The main figures side by side: value, what it is made of, and how it was in the period before. A press shows one in full. */
export function FigureCards({ items, chosen, onChoose }: Props) {
  const t = useT();
  const text = useDefinitionText();
  return (
    <section className="cards" aria-label={t('report.mainFigures')}>
      {items.map(({ definition, total, before }) => {
        const { term, words } = text(definition);
        const moved = change(definition, total, before);
        return (
          <Tooltip key={definition.id} title={words} mouseEnterDelay={0.4}>
            <button
              type="button"
              className="card"
              aria-pressed={definition.id === chosen}
              onClick={() => onChoose(definition.id)}
            >
              <span className="card-term">{term}</span>
              <span className="card-value">{valueText(definition, total)}</span>
              <span className="card-parts">
                {isRate(definition)
                  ? `${numeratorText(definition, total)} / ${total.denominator.toLocaleString('en-US')}`
                  : t('report.members', { n: total.denominator })}
              </span>
              <span className="muted">{moved === null ? t('report.noBefore') : t('report.moved', { by: moved })}</span>
            </button>
          </Tooltip>
        );
      })}
    </section>
  );
}
