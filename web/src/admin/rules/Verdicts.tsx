import { Refusal } from '@hotline/shared/refusal';
import type { Calendar } from '@hotline/shared/time/calendar/calendar';
import type { Instant } from '@hotline/shared/time/instant';
import { dueWords } from '@hotline/shared/time/localText';
import { countedDays, type Trial } from '@hotline/shared/time/rules/trial';
import { Alert } from 'antd';
import { useCatalog } from '../../data/catalog.ts';
import { useSettings } from '../../data/settings.ts';
import { useT } from '../../text/translate.ts';
import type { TextKey } from '../../text/zh.ts';
import { conditionNames } from './ruleWords.ts';

type One = Trial['promise'] | NonNullable<Trial['dispatch']>;
type Props = { title: string; trial: One; from: Instant; calendar: Calendar };

const names: Record<string, TextKey> = {
  promisedDueAt: 'try.clockPromise',
  dispatchDueAt: 'try.clockDispatch',
  signDueAt: 'try.clockSign',
  returnDueAt: 'try.clockReturn',
  yellowAt: 'try.clockYellow',
  dueAt: 'try.clockDue',
};

/** Rule by rule what fits and what does not, then the clocks and the days they count. */
export function Verdicts({ title, trial, from, calendar }: Props) {
  const t = useT();
  const { lang } = useSettings();
  const offset = useCatalog((s) => s.offsetMinutes);
  const { clocks, rules } = trial;
  return (
    <div>
      <h3>{title}</h3>
      <ol className="verdict-list">
        {rules.map(({ rule, verdict, failed }) => (
          <li key={rule.id} className={`verdict-${verdict}`}>
            {rule.name}：
            {verdict === 'applies'
              ? t('try.applies')
              : verdict === 'failed'
                ? t('try.failed', { what: failed.map((c) => t(conditionNames[c])).join('、') })
                : t('try.notAsked')}
          </li>
        ))}
      </ol>
      {clocks instanceof Refusal ? (
        <Alert type="error" title={clocks.message} />
      ) : (
        <>
          <ul className="clocks">
            {Object.entries(names)
              .flatMap(([key, label]) => {
                const at = (clocks as Record<string, unknown>)[key];
                return typeof at === 'string' ? [[label, at] as const] : [];
              })
              .sort(([, a], [, b]) => (a < b ? -1 : 1))
              .map(([label, at]) => (
                <li key={label}>{t('try.due', { what: t(label), due: dueWords(at, offset, lang) })}</li>
              ))}
          </ul>
          <Days from={from} clocks={clocks} calendar={calendar} />
        </>
      )}
    </div>
  );
}

type Clocks = Exclude<One['clocks'], Refusal>;

function Days({ from, clocks, calendar }: { from: Instant; clocks: Clocks; calendar: Calendar }) {
  const t = useT();
  const due = 'dueAt' in clocks ? clocks.dueAt : clocks.promisedDueAt;
  const days = countedDays(calendar, from, due, clocks.limit);
  if (days.length === 0) return null;
  return (
    <details>
      <summary>{t('try.days')}</summary>
      <ol className="counted">
        {days.map((d, i) => (
          <li key={d.date} className={d.counted === null ? 'is-skipped' : ''}>
            {d.date} {i === 0 ? t('try.first') : d.counted === null ? t('try.skipped') : t('try.nth', { n: d.counted })}
          </li>
        ))}
      </ol>
    </details>
  );
}
