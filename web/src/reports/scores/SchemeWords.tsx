import type { Scores } from '@hotline/shared/api/scores';
import { useSettings } from '../../data/settings.ts';
import { useT } from '../../text/translate.ts';
import { useDefinitionText } from '../figureText.ts';

/** The scheme in sentences, so that anybody can count the score again. */
export function SchemeWords({ scheme, definitions }: Pick<Scores, 'scheme' | 'definitions'>) {
  const t = useT();
  const lang = useSettings((s) => s.lang);
  const text = useDefinitionText();
  const nameOf = (figure: string) => {
    const definition = definitions.find(({ id }) => id === figure);
    return definition ? text(definition).term : figure;
  };
  const plus = lang === 'zh' ? ' ＋ ' : ' + ';
  const sum = scheme.parts.map(({ figure, weight }) => `${nameOf(figure)}×${weight}`).join(plus);
  const points = (hundredths: number) => hundredths / 100;
  return (
    <section className="scheme-words">
      <h2>{t('scores.how')}</h2>
      <ul>
        <li>{t('scores.sum', { sum })}</li>
        {scheme.deductions.map((d, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: in the order of the scheme
          <li key={i}>
            {d.by === 'each'
              ? t(d.part === 'met' ? 'scores.eachMet' : 'scores.eachRest', {
                  figure: nameOf(d.figure),
                  points: points(d.points),
                  cap: points(d.cap),
                })
              : t(
                  definitions.find(({ id }) => id === d.figure)?.better === 'low'
                    ? 'scores.stepOver'
                    : 'scores.stepUnder',
                  {
                    figure: nameOf(d.figure),
                    line: points(d.line),
                    step: points(d.step),
                    points: points(d.points),
                    cap: points(d.cap),
                  },
                )}
          </li>
        ))}
        <li>{t('scores.small', { n: scheme.leastCount, figure: nameOf(scheme.parts[0]?.figure ?? '') })}</li>
        <li>{t('scores.empty')}</li>
      </ul>
      <dl>
        {definitions.map((definition) => (
          <div key={definition.id}>
            <dt>{text(definition).term}</dt>
            <dd>{text(definition).words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
