import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../app/hotline.ts';
import type { AsteriskSettings } from './phone/asterisk/settings.ts';

/** What a channel may be told by the settings. Without one the channel does without. */
export type ChannelSettings = {
  /** Folder or address of the recordings. */
  readonly recordings?: string | undefined;
  /** Manager interfaces of Asterisk; each holds a secret and must not be logged. */
  readonly asterisk?: readonly AsteriskSettings[];
};

/**
 * A way by which people and machines outside say something to the hotline: the telephone, the citizens' pages, a mailbox.
 * It understands the outside's own protocol and hands on what was said through `hear`; nothing of it is a rule of a hotline.
 */
export type Channel = {
  /** Puts its pages and routes on the server. */
  routes?(server: FastifyInstance, hotline: Hotline, settings: ChannelSettings): Promise<void>;
  /** Opens the lines it keeps to the outside by itself; answers how to close them. `log` takes one line of plain words. */
  listen?(hotline: Hotline, settings: ChannelSettings, log: (words: string) => void): () => Promise<void>;
};
