import { callHead, callsAfter } from '@hotline/db/telephony/calls';
import type { CallFrame } from '@hotline/shared/live/calls';
import { closeCodes } from '@hotline/shared/live/closeCodes';
import { viewCall } from '@hotline/shared/telephony/call';
import { type CallScope, hearsCalls, seesCall } from '@hotline/shared/telephony/callScope';
import type { Hotline } from '../app/hotline.ts';

/** One console that wants to hear of calls. */
export type CallListener = {
  readonly scope: CallScope;
  readonly buffered: () => number;
  readonly write: (text: string) => void;
  readonly close: (code: number, reason: string) => void;
};

const maxBuffered = 1024 * 1024;
const page = 500;
const everyMs = 15_000;
const pollMs = 500;
const retryMs = 500;

export type CallFeed = Awaited<ReturnType<typeof openCallFeed>>;

/**
 * Follows the calls for the consoles. `position` moves through the places of changes in order; a console learns the
 * place it joins at before it reads, so that what it does not read it hears.
 */
export async function openCallFeed(hotline: Hotline, log: (error: unknown) => void = () => undefined) {
  const { reader, engine } = hotline.store;
  const told = new Map<CallListener, number>();
  let position = await callHead(reader);
  let isClosed = false;
  let isWoken = false;
  let dispatch: Promise<unknown> = Promise.resolve();

  const wake = () => {
    if (isWoken || isClosed) return;
    isWoken = true;
    dispatch = dispatch.then(async () => {
      isWoken = false;
      await publish();
    });
    dispatch = dispatch.catch((error: unknown) => {
      // Nothing is lost: the next look goes on from the same place.
      if (isClosed) return;
      log(error);
      setTimeout(wake, retryMs).unref();
    });
  };
  const publish = async () => {
    for (;;) {
      const changed = await callsAfter(reader, position, page);
      for (const call of changed) {
        const row = viewCall(call);
        for (const [listener, prev] of told) {
          if (!seesCall(listener.scope, call) || call.seq <= prev) continue;
          told.set(listener, call.seq);
          send(listener, { t: 'call', seq: call.seq, prev, row });
        }
        position = call.seq;
      }
      if (changed.length < page) return;
    }
  };
  const send = (listener: CallListener, frame: CallFrame) => {
    if (listener.buffered() > maxBuffered) {
      told.delete(listener);
      return listener.close(closeCodes.slow, 'slow');
    }
    listener.write(JSON.stringify(frame));
  };
  const confirm = (listener: CallListener) => {
    const upTo = told.get(listener);
    if (upTo !== undefined) send(listener, { t: 'calls', upTo });
  };

  const stop = hotline.calls.follow(wake);
  const beat = setInterval(() => {
    for (const listener of told.keys()) confirm(listener);
  }, everyMs);
  // With several nodes, what another one was told is found by looking.
  const poll = setInterval(() => {
    if (engine === 'postgres' && told.size > 0) wake();
  }, pollMs);

  return {
    /** From now on the console hears of every change it may see; it reads what is open after the confirmation. */
    join(listener: CallListener) {
      if (!hearsCalls(listener.scope)) return;
      if (!told.has(listener)) told.set(listener, position);
      confirm(listener);
    },
    beat: confirm,
    leave: (listener: CallListener) => void told.delete(listener),
    size: () => told.size,
    close() {
      isClosed = true;
      stop();
      clearInterval(beat);
      clearInterval(poll);
      told.clear();
    },
  };
}
