import { keepHere, keptHere } from './personKeys.ts';

const name = 'sessionToEnd';

/**
 * Whose session is to be ended before anything else is asked: somebody signed out, and the server has not said yet that it
 * knows. Kept with the computer, and the one word about a person that outlives his sign-out: the tabs share one session, and
 * an end that arrives late must not be that of the next person.
 */
export const sessionToEnd = {
  keep: (personId: string): void => keepHere(name, personId),
  read: (): string | null => keptHere(name),
  done: (): void => keepHere(name, null),
};
