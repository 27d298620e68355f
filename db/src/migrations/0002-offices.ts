import type { Kysely } from 'kysely';
import type { Engine } from '../store/open.ts';
import { limits } from './0002/limits.ts';
import { numbersAndWords } from './0002/numbersAndWords.ts';
import { provisional } from './0002/provisional.ts';

/** Where it really runs: offices' computers, calendars, numbers and files. A file a subject. */
const subjects = [numbersAndWords, provisional, limits];

export const offices =
  (engine: Engine) =>
  async (db: Kysely<unknown>): Promise<void> => {
    for (const subject of subjects) await subject(engine)(db);
  };
