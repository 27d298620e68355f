import { appealById } from '@hotline/db/cases/appeals';
import type { Actor } from '@hotline/shared/people/actor';
import { Refusal } from '@hotline/shared/refusal';
import type { Original } from '@hotline/shared/text/original';
import type { NewAppeal } from '@hotline/shared/ticket/log';
import type { Appeal } from '@hotline/shared/ticket/model/appeal';
import type { VerbName } from '@hotline/shared/ticket/verbs/index';
import type { Hotline } from '../app/hotline.ts';
import { act } from '../tickets/act.ts';
import { logAppeal } from '../tickets/log.ts';

/** What somebody outside says, whichever way it came: a new matter, or something about an appeal he has shown to be his. */
export type Heard =
  | {
      readonly appeal: NewAppeal;
      readonly centreId: string;
      /** The name of the channel: who said it, as the log keeps it. */
      readonly channel: string;
      readonly key?: string | undefined;
      /** Its texts as they came, where cleaning changed what they say. */
      readonly originals: readonly Original[];
    }
  | About;

type About = {
  readonly about: Appeal;
  readonly verb: VerbName;
  readonly input: Record<string, unknown>;
  readonly originals: readonly Original[];
};

/**
 * Takes in what was said on a channel and answers the appeal it is about. The same `key` makes one appeal, however often it
 * is said. @throws Refusal with a sentence for whoever said it
 */
export async function hear(hotline: Hotline, heard: Heard): Promise<Appeal> {
  if ('about' in heard) return saidAbout(hotline, heard);
  const { appeal: input, centreId, channel, key, originals } = heard;
  const actor: Actor = { type: 'citizen', id: channel, appealId: '' };
  return (await logAppeal(hotline, { actor, centreId, key, input, originals })).appeal;
}

async function saidAbout(hotline: Hotline, said: About): Promise<Appeal> {
  const { about: appeal, verb, input, originals } = said;
  try {
    await act(hotline, { actor: citizenOf(appeal), ticketId: appeal.ticketId, verb, version: null, input, originals });
    return appeal;
  } catch (error) {
    // It may have gone to another ticket a moment ago: the citizen has nothing to do with that.
    const now = await appealById(hotline.store.reader, appeal.id);
    if (!(error instanceof Refusal) || !now || now.ticketId === appeal.ticketId) throw error;
    return saidAbout(hotline, { ...said, about: now });
  }
}

/** The citizen who holds this appeal by number and query code. */
export const citizenOf = (appeal: Appeal): Actor => ({
  type: 'citizen',
  id: `citizen:${appeal.id}`,
  appealId: appeal.id,
});
