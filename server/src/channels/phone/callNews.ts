import type { Seat } from '@hotline/shared/telephony/seat';

/** Says that calls or a seat changed; what changed in a call is read from the store by whoever follows. */
export type CallNews = {
  changed(): void;
  follow(listener: () => void): () => void;
  seatChanged(seat: Seat): void;
  followSeats(listener: (seat: Seat) => void): () => void;
};

export function openCallNews(): CallNews {
  const calls = new Set<() => void>();
  const seats = new Set<(seat: Seat) => void>();
  return {
    changed: () => {
      for (const listener of calls) listener();
    },
    follow: (listener) => added(calls, listener),
    seatChanged: (seat) => {
      for (const listener of seats) listener(seat);
    },
    followSeats: (listener) => added(seats, listener),
  };
}

function added<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
