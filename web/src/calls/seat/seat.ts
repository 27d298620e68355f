import type { Seat, SeatState } from '@hotline/shared/telephony/seat';
import { api } from '../../data/api.ts';
import { personStore } from '../../data/personStore.ts';
import { currentPerson } from '../../data/session.ts';
import { hearTabs, tellTabs } from '../../data/tabs.ts';
import { watchCalls } from '../board.ts';

/** My seat as the server has it; null until it is known. */
export const useSeat = personStore<{ seat: Seat | null }>(() => ({ seat: null }));

/** Reads my seat, again whenever a call of mine changes or another tab changed it. Returns how to stop. */
export function watchSeat(): () => void {
  const stopTabs = hearTabs('seat', () => void readSeat());
  void readSeat();
  const stop = watchCalls((call) => {
    if (call.agentId === currentPerson()?.id && call.status === 'ended') void readSeat();
  });
  return () => {
    stop();
    stopTabs();
    useSeat.setState({ seat: null });
  };
}

/** @throws Refusal with a sentence for the person */
export async function changeSeat(change: { state?: SeatState; extension?: string | null }): Promise<void> {
  useSeat.setState({ seat: await api.call('changeSeat', { body: change }) });
  tellTabs('seat');
}

async function readSeat(): Promise<void> {
  const seat = await api.call('seat', {}).catch(() => null);
  if (seat) useSeat.setState({ seat });
}
