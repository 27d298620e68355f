import type { Limits } from './limits.ts';
import type { Requester } from './requester.ts';
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
  for (const { subject, fold } of requester) {
    const pair = pairOf(subject, about);
    if (await limits.isReached(each, pair, Math.min(fold, pairFold))) throw limits.refusal(each);
    if ((await limits.isReached('wrongAddress', subject, fold)) && (await limits.hasAny(each, pair)))
      throw limits.refusal('wrongAddress');
  }
}

/** Somebody gave a wrong one. */
export async function countGuess({ limits, requester, about, each }: Guess): Promise<void> {
  for (const { subject } of requester) {
    await limits.add(each, pairOf(subject, about));
    await limits.add('wrongAddress', subject);
  }
}

/** Behind an undeclared proxy, whose addresses anybody may make up, few of a city err about one and the same thing. */
const pairFold = 10;
const pairOf = (subject: string, about: string) => `${subject} ${about}`;
