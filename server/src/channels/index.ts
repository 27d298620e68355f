import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../app/hotline.ts';
import type { Channel, ChannelSettings } from './channel.ts';
import { phone } from './phone/channel.ts';
import { portal } from './portal/channel.ts';

/** Every way into the hotline from outside. */
const channels: readonly Channel[] = [portal, phone];

export async function channelRoutes(
  server: FastifyInstance,
  hotline: Hotline,
  settings: ChannelSettings,
): Promise<void> {
  for (const channel of channels) await channel.routes?.(server, hotline, settings);
}

/** Opens every line to the outside. Answers how to close them all. */
export function listen(hotline: Hotline, settings: ChannelSettings, log: (words: string) => void): () => Promise<void> {
  const closing = channels.flatMap((channel) => channel.listen?.(hotline, settings, log) ?? []);
  return async () => {
    await Promise.all(closing.map((close) => close()));
  };
}
