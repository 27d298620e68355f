import { Button } from 'antd';
import { useLocation } from 'react-router';
import { useSession } from '../data/session.ts';
import { CommandKey } from '../keys/CommandKey.tsx';
import { useCommands } from '../keys/useCommands.ts';
import { useT } from '../text/translate.ts';
import { CallState } from './CallState.tsx';
import type { MyCalls } from './myCalls.ts';
import { SoundHint } from './ringing/SoundHint.tsx';
import { SeatSettings } from './seat/SeatSettings.tsx';
import { SeatState } from './seat/SeatState.tsx';
import { changeSeat, useSeat } from './seat/seat.ts';
import { shownNumber } from './shownNumber.ts';
import { Simulator } from './simulator/Simulator.tsx';
import { Unlogged } from './Unlogged.tsx';
import { useOpenForm } from './useOpenForm.ts';
import { minutesAndSeconds, useSecond } from './useSecond.ts';

/** The agent's telephone at a glance. F9 is always the next step: the form of the call, then ready for the next one. */
export function CallBar({ mine }: { mine: MyCalls }) {
  const t = useT();
  const seat = useSeat((s) => s.seat);
  const demo = useSession((s) => s.state === 'in' && s.demo);
  const { search } = useLocation();
  const open = useOpenForm();
  const shown = mine.current ?? mine.ringing[0] ?? null;
  const isWrappingUp = seat?.state === 'wrapUp';
  const now = useSecond(isWrappingUp);
  const onForm = new URLSearchParams(search).get('call');
  const toLog = mine.unlogged.find((call) => call.id !== onForm) ?? null;
  const makeReady = () => void changeSeat({ state: 'ready' }).catch(() => undefined);
  useCommands({ call: () => (toLog ? open(toLog) : isWrappingUp ? makeReady() : undefined) });

  return (
    <section className="call-bar" aria-label={t('call.bar')}>
      <SeatState />
      {shown ? <CallState call={shown} /> : <span className="muted">{t('call.none')}</span>}
      {isWrappingUp && seat ? (
        <span className="call-wrap-up">
          <span className="number">
            {t('seat.since', { state: t('seat.wrapUp'), time: minutesAndSeconds(now - Date.parse(seat.since)) })}
          </span>
          <Button size="small" type="primary" onClick={makeReady}>
            {t('seat.makeReady')} {toLog ? null : <CommandKey name="call" />}
          </Button>
        </span>
      ) : null}
      {toLog ? (
        <Button size="small" onClick={() => open(toLog)}>
          {t('call.openForm')} <span className="visually-hidden">{shownNumber(t, toLog)}</span>
          <CommandKey name="call" />
        </Button>
      ) : null}
      <Unlogged calls={mine.unlogged} />
      <span className="call-bar-end">
        <SoundHint />
        {demo ? <Simulator mine={mine} /> : null}
        <SeatSettings />
      </span>
    </section>
  );
}
