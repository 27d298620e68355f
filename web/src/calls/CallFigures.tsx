import { useCatalog } from '../data/catalog.ts';
import { serverNowMs } from '../data/liveState.ts';
import { useSettings } from '../data/settings.ts';
import { useRead } from '../data/useRead.ts';
import { useT } from '../text/translate.ts';
import { localDay } from '../ui/localTime.ts';
import { watchCalls } from './board.ts';

const follow = { watch: watchCalls, atMostEveryMs: 3_000 };
const names = 'connectedRate,answeredIn15s,abandonedRate';

/** Today's connected, prompt and abandoned calls, with what they count. */
export function CallFigures() {
  const t = useT();
  const lang = useSettings((s) => s.lang);
  const offset = useCatalog((s) => s.offsetMinutes);
  const today = localDay(serverNowMs(), offset);
  const { value: answer } = useRead('board', { query: { names, from: today, to: today } }, { follow });
  if (!answer) return null;
  return (
    <dl className="calls-figures">
      {answer.items.map(({ definition, total }) => (
        <div key={definition.id} title={lang === 'zh' ? definition.words : definition.wordsEn}>
          <dt>
            {t('calls.today')} {lang === 'zh' ? definition.term : definition.termEn}
          </dt>
          <dd>
            <b className="number">{total.rate === null ? '—' : `${total.rate}%`}</b>{' '}
            <span className="muted">
              {total.numerator} / {total.denominator}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
