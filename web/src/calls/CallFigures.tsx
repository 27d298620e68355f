import type { Answer } from '@hotline/shared/api/client';
import { useEffect, useState } from 'react';
import { api } from '../api.ts';
import { useSettings } from '../stores/settings.ts';
import { useT } from '../text/translate.ts';
import { watchCalls } from './board.ts';

const atMostEveryMs = 3_000;

/** Today's connected, prompt and abandoned calls, with what they count. */
export function CallFigures() {
  const t = useT();
  const lang = useSettings((s) => s.lang);
  const [answer, setAnswer] = useState<Answer<'callFigures'> | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => void api.call('callFigures', { query: {} }).then(setAnswer, () => undefined);
    read();
    const stop = watchCalls(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        read();
      }, atMostEveryMs);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, []);
  if (!answer) return null;
  return (
    <dl className="calls-figures">
      {answer.items.map((figure) => (
        <div key={figure.id} title={figure.words[lang]}>
          <dt>
            {t('calls.today')} {figure.term[lang]}
          </dt>
          <dd>
            <b className="number">{figure.rate === null ? '—' : `${figure.rate}%`}</b>{' '}
            <span className="muted">
              {figure.numerator} / {figure.denominator}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
