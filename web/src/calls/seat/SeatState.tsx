import { type SeatState as State, seatStates } from '@hotline/shared/telephony/seat';
import { useState } from 'react';
import { sentenceOf } from '../../data/api.ts';
import { useT } from '../../text/translate.ts';
import { changeSeat, useSeat } from './seat.ts';

/** 在线 · 示忙 · 整理 · 小休, as the server has it. */
export function SeatState() {
  const t = useT();
  const seat = useSeat((s) => s.seat);
  const [message, setMessage] = useState<string | null>(null);
  // Its place is kept: what stands beside it is pressed by its place.
  if (!seat) return <span className="seat" />;
  const change = (state: State) => {
    setMessage(null);
    changeSeat({ state }).catch((error: unknown) => setMessage(sentenceOf(error)));
  };
  return (
    <span className={`seat seat-${seat.state}`}>
      <span aria-hidden="true">●</span>
      <select
        className="native"
        aria-label={t('seat.label')}
        value={seat.state}
        onChange={(e) => change(e.target.value as State)}
      >
        {seatStates.map((state) => (
          <option key={state} value={state}>
            {t(`seat.${state}`)}
          </option>
        ))}
      </select>
      {message ? <span role="alert">{message}</span> : null}
    </span>
  );
}
