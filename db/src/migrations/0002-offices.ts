import type { Kysely } from 'kysely';
import type { Engine } from '../store/open.ts';
import { buildOn } from './0001/build.ts';
import { importRuns } from './0002/importRuns.ts';
import { lateEntry } from './0002/lateEntry.ts';
import { limits } from './0002/limits.ts';
import { numbersAndWords } from './0002/numbersAndWords.ts';
import { provisional } from './0002/provisional.ts';

/** Where it really runs: offices' computers, calendars, numbers and files. A file a subject, as in 0001. */
const subjects = [provisional, numbersAndWords, limits, importRuns, lateEntry];

export const offices =
  (engine: Engine) =>
  async (db: Kysely<unknown>): Promise<void> => {
    const build = buildOn(db, engine);
    for (const subject of subjects) await subject(build);
  };
