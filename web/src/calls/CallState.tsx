import type { CallView } from '@hotline/shared/telephony/call';
import { callTimes } from '@hotline/shared/telephony/times';
import { useT } from '../text/translate.ts';
import { callerName, useCaller } from './callers.ts';
import { shownNumber } from './shownNumber.ts';
import { minutesAndSeconds, useSecond } from './useSecond.ts';

/** 「来电 138****8000 · 陈** · 通话 01:24」 */
export function CallState({ call }: { call: CallView }) {
  const t = useT();
  const caller = useCaller(call.id);
  const now = new Date(useSecond(true)).toISOString();
  const who = callerName(caller);
  const { waitMs, talkMs } = callTimes(call, now);
  const heldMs = call.heldAt === null ? 0 : Date.parse(now) - Date.parse(call.heldAt);
  const phase =
    call.status === 'ringing'
      ? t('call.waiting', { time: minutesAndSeconds(waitMs) })
      : call.status === 'held'
        ? t('call.held', { time: minutesAndSeconds(heldMs) })
        : t('call.talking', { time: minutesAndSeconds(talkMs) });
  return (
    <span className="call-state">
      <b>{t(call.direction === 'in' ? 'call.incoming' : 'call.outgoing', { phone: shownNumber(t, call) })}</b>
      {who ? (
        <span>
          {who.name} {who.others > 0 ? t('call.others', { n: who.others + 1 }) : ''}
        </span>
      ) : null}
      <span className="number">{phase}</span>
    </span>
  );
}
