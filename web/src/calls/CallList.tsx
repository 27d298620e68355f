import type { CallView } from '@hotline/shared/telephony/call';
import { callTimes } from '@hotline/shared/telephony/times';
import { Alert, Button } from 'antd';
import { useCatalog } from '../data/catalog.ts';
import { usePages } from '../data/usePages.ts';
import { useT } from '../text/translate.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { dayAndClock } from '../ui/localTime.ts';
import { watchCalls } from './board.ts';
import { Callback } from './Callback.tsx';
import { Recording } from './Recording.tsx';
import { shownNumber } from './shownNumber.ts';
import { minutesAndSeconds, useSecond } from './useSecond.ts';

const page = 50;
const follow = { watch: watchCalls, atMostEveryMs: 1_000 };

/** One list of calls, read again (at most once a second) when a call changes; what was loaded stays loaded. */
export function CallList({ missed }: { missed: boolean }) {
  const t = useT();
  const input = { query: { ...(missed ? { callback: true } : {}), limit: page } };
  const { pages, items, message, more, again } = usePages('calls', input, follow);
  const people = Object.assign({}, ...(pages ?? []).map((one) => one.people)) as Readonly<Record<string, string>>;
  const isGoing = items?.some((call) => call.status !== 'ended') ?? false;
  const now = new Date(useSecond(isGoing)).toISOString();
  if (message) return <Alert type="error" role="alert" title={message} />;
  if (!items) return null;
  if (items.length === 0) return <EmptyState title={t(missed ? 'calls.noMissed' : 'calls.empty')} />;
  return (
    <>
      <table className="calls-table">
        <thead>
          <tr>
            <th scope="col">{t('calls.at')}</th>
            <th scope="col">{t('calls.phone')}</th>
            <th scope="col">{t('calls.queue')}</th>
            <th scope="col">{t('calls.outcome')}</th>
            <th scope="col">{t('calls.wait')}</th>
            {missed ? null : <th scope="col">{t('calls.talk')}</th>}
            {missed ? null : <th scope="col">{t('calls.hold')}</th>}
            {missed ? null : <th scope="col">{t('calls.agent')}</th>}
            {missed ? null : <th scope="col">{t('calls.logged')}</th>}
            <th scope="col">{t('calls.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((call) => (
            <CallRow key={call.id} call={call} people={people} missed={missed} now={now} onDone={again} />
          ))}
        </tbody>
      </table>
      {more ? (
        <Button className="queue-more" onClick={() => void more()}>
          {t('calls.more')}
        </Button>
      ) : null}
    </>
  );
}

type Row = {
  call: CallView;
  people: Readonly<Record<string, string>>;
  missed: boolean;
  now: string;
  onDone: () => Promise<void>;
};

function CallRow({ call, people, missed, now, onDone }: Row) {
  const t = useT();
  const offset = useCatalog((s) => s.offsetMinutes);
  const { waitMs, talkMs, holdMs } = callTimes(call, now);
  const outcome = call.outcome ? t(`call.outcome.${call.outcome}`) : t(`call.status.${call.status}`);
  const logged = call.appealId ? t('calls.isLogged') : call.dismissedAt ? t('calls.isDismissed') : '';
  return (
    <tr>
      <td className="number">{dayAndClock(call.ringingAt, offset)}</td>
      <td>
        {shownNumber(t, call)} <span className="muted">{t(`call.direction.${call.direction}`)}</span>
      </td>
      <td>{call.queue}</td>
      <td>
        {outcome}
        {call.callbackResult ? <span className="muted"> · {t(`calls.result.${call.callbackResult}`)}</span> : null}
      </td>
      <td className="number">{minutesAndSeconds(waitMs)}</td>
      {missed ? null : <td className="number">{minutesAndSeconds(talkMs)}</td>}
      {missed ? null : <td className="number">{minutesAndSeconds(holdMs)}</td>}
      {missed ? null : <td>{people[call.agentId ?? '']}</td>}
      {missed ? null : <td>{logged}</td>}
      <td>
        {missed ? <Callback call={call} by={people[call.callbackBy ?? ''] ?? ''} onDone={onDone} /> : null}
        {!missed && call.hasRecording ? <Recording callId={call.id} /> : null}
      </td>
    </tr>
  );
}
