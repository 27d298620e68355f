import { type KnownPerson, personById, personByUsername, setSignInState } from '@hotline/db/people/people';
import { Refusal } from '@hotline/shared/refusal';
import { addMs, toMs } from '@hotline/shared/time/instant';
import type { Hotline } from '../app/hotline.ts';
import { countGuess, refuseGuesser } from '../limits/guesses.ts';
import type { Requester } from '../limits/requester.ts';
import { demoPassword, isClosedDemo } from './demo.ts';
import { inTurn } from './inTurn.ts';
import { hashPassword, verifyPassword } from './password.ts';

/** From everywhere together, without a right one between: nobody forgets his so often, so it is an attack, and the account closes. */
const maxFailures = 50;
const lockMs = 15 * 60_000;

/** Verified in place of a person who does not exist, so that the time taken tells nothing. */
const decoy = hashPassword('nobody has this password');

/**
 * The person of this name and password. Wrong ones make whoever gave them wait, by his address; the account itself closes
 * only after very many. @throws Refusal unauthenticated, tooMany
 */
export const checkPassword = (
  hotline: Hotline,
  requester: Requester,
  username: string,
  password: string,
): Promise<KnownPerson> =>
  // Many tried at once would all be looked at before the first is counted.
  inTurn(username, () => checked(hotline, requester, username, password));

async function checked(
  hotline: Hotline,
  requester: Requester,
  username: string,
  password: string,
): Promise<KnownPerson> {
  const guess = { limits: hotline.limits, requester, about: `password ${username}`, each: 'wrongPassword' } as const;
  await refuseGuesser(guess);
  const person = await personByUsername(hotline.store.reader, username);
  const now = hotline.now();
  if (person?.lockedUntil && person.lockedUntil > now)
    throw new Refusal('tooMany', '密码输错次数过多，账号已锁定，请稍后再试或联系管理员。', {
      retryAfter: (toMs(person.lockedUntil) - toMs(now)) / 1_000,
    });
  const isRight = await verifyPassword(person?.passwordHash ?? (await decoy), password);
  // Everybody knows the demo's password: where no demo is shown it opens nothing, whoever took it for his own.
  const isPublic = !hotline.demo && (password === demoPassword || (person && isClosedDemo(hotline, person)));
  const right = isRight && !isPublic;
  if (person && right && person.disabledAt === null) return person;
  if (person) {
    await hotline.writer.write(async (tx) => {
      // Another node may have counted meanwhile.
      const failures = ((await personById(tx, person.id))?.failedSignIns ?? 0) + 1;
      const locked = failures >= maxFailures;
      await setSignInState(tx, person.id, locked ? 0 : failures, locked ? addMs(now, lockMs) : null);
      return { result: undefined, events: [], deltas: [] };
    });
  }
  await countGuess(guess);
  throw new Refusal('unauthenticated', '用户名或密码不正确，请重新输入。');
}
