import type { Limits } from './limits.ts';
import { nearest, type Requester } from './requester.ts';
import type { LimitName } from './settings.ts';

type Guess = {
  readonly limits: Limits;
  readonly requester: Requester;
  readonly about: string;
  readonly each: Extract<LimitName, `wrong${string}`>;
};

/**
 * Stops whoever guesses, and nobody else: so many wrong ones `each` from one address about one thing, and once many about
 * anything came from it, one. Whoever gives the right one at once is let in, whatever neighbours do at his address, and
 * nothing is ever closed to its owner by what strangers tried. @throws Refusal tooMany
 */
export async function refuseGuesser({ limits, requester, about, each }: Guess): Promise<void> {
  const pair = pairOf(requester, about);
  if (await limits.isReached(each, pair)) throw limits.refusal(each);
  for (const { subject, fold } of requester)
    if ((await limits.isReached('wrongAddress', subject, fold)) && (await limits.hasAny(each, pair)))
      throw limits.refusal('wrongAddress');
}

/** Somebody gave a wrong one. */
export async function countGuess({ limits, requester, about, each }: Guess): Promise<void> {
  await limits.add(each, pairOf(requester, about));
  for (const { subject } of requester) await limits.add('wrongAddress', subject);
}

const pairOf = (requester: Requester, about: string) => `${nearest(requester)} ${about}`;
