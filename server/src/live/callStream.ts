import { callHead, callsAfter } from '@hotline/db/telephony/calls';
import { type CallFrame, callTopic } from '@hotline/shared/live/calls';
import { viewCall } from '@hotline/shared/telephony/call';
import { type CallScope, callScopeOf, hearsCalls, seesCall } from '@hotline/shared/telephony/callScope';
import type { Hotline } from '../app/hotline.ts';
import { type Broadcaster, each } from './broadcaster.ts';
import { type Connection, written } from './connection.ts';

/** What one console may hear, and the place up to which it was told. */
type Told = { readonly scope: CallScope; readonly upTo: number };

const page = 500;
/** With several nodes, what another one was told is found by looking. */
const lookMs = 500;

/**
 * Follows the calls for the consoles that subscribe to them. `position` moves through the places of changes in order; a
 * console learns the place it joins at before it reads, so that what it does not read it hears.
 */
export async function openCallStream(hotline: Hotline, broadcaster: Broadcaster): Promise<void> {
  const { reader, engine } = hotline.store;
  const listeners = new Map<Connection, Told>();
  let position = 0;

  const { wake, between } = broadcaster.carry({
    turn: publish,
    lookMs: engine === 'postgres' ? lookMs : undefined,
    hear(connection, frame) {
      if (frame.t !== 'hello' && frame.t !== 'subscribe') return;
      if (frame.subscribe.includes(callTopic)) join(connection);
      else leave(connection);
    },
    beat: confirm,
    leave,
    close: hotline.calls.follow(() => wake()),
  });
  await between(async () => {
    position = await callHead(reader);
  });

  async function publish(): Promise<boolean> {
    const changed = await callsAfter(reader, position, page);
    for (const call of changed) {
      const { seq } = call;
      const row = viewCall(call);
      const texts = new Map<number, Buffer>();
      await each(listeners, ([connection, { scope, upTo: prev }]) => {
        if (!seesCall(scope, call) || seq <= prev) return;
        listeners.set(connection, { scope, upTo: seq });
        const text = texts.get(prev) ?? written({ t: 'call', seq, prev, row } satisfies CallFrame);
        texts.set(prev, text);
        connection.send(text);
      });
      position = seq;
    }
    return changed.length === page;
  }

  /** From now on the console hears of every change it may see; it reads what is open after the confirmation. */
  function join(connection: Connection): void {
    const scope = callScopeOf(connection.viewer.actor);
    if (!hearsCalls(scope)) return;
    if (!listeners.has(connection)) listeners.set(connection, { scope, upTo: position });
    confirm(connection);
  }

  function leave(connection: Connection): void {
    listeners.delete(connection);
  }

  function confirm(connection: Connection): void {
    const told = listeners.get(connection);
    if (told) connection.send(written({ t: 'calls', upTo: told.upTo } satisfies CallFrame));
  }
}
