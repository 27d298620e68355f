import { useEffect } from 'react';
import { CallBar } from './CallBar.tsx';
import { useMyCalls } from './myCalls.ts';
import { standForLeader } from './ringing/leader.ts';
import { RingCards } from './ringing/RingCards.tsx';
import { useRinging } from './ringing/useRinging.ts';
import { watchSeat } from './seat/seat.ts';
import { useFormAtAnswer } from './useOpenForm.ts';
import './calls.css';

/** The telephone of whoever takes calls: the bar on top and the cards of what rings. */
export function CallDesk() {
  const mine = useMyCalls();
  useEffect(() => {
    const stops = [watchSeat(), standForLeader()];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  useRinging(mine);
  useFormAtAnswer(mine.current);
  return (
    <>
      <CallBar mine={mine} />
      <RingCards mine={mine} />
    </>
  );
}
