import type { Kysely } from 'kysely';
import type { Engine } from '../store/open.ts';
import { appeals } from './0001/appeals.ts';
import { buildOn } from './0001/build.ts';
import { callbacks } from './0001/callbacks.ts';
import { calls } from './0001/calls.ts';
import { citizens } from './0001/citizens.ts';
import { dispatches } from './0001/dispatches.ts';
import { figures } from './0001/figures.ts';
import { finding } from './0001/finding.ts';
import { knowledge } from './0001/knowledge.ts';
import { log } from './0001/log.ts';
import { notes } from './0001/notes.ts';
import { organisation } from './0001/organisation.ts';
import { past } from './0001/past.ts';
import { people } from './0001/people.ts';
import { personal } from './0001/personal.ts';
import { replies } from './0001/replies.ts';
import { rules } from './0001/rules.ts';
import { supervision } from './0001/supervision.ts';
import { tickets } from './0001/tickets.ts';

/** Each file makes the tables of its subject with their indexes. */
const subjects = [
  ...[organisation, people, personal, citizens, tickets, appeals, dispatches, replies, callbacks, supervision, notes],
  ...[calls, knowledge, rules, log, figures, past, finding],
];

/** The whole store as it is founded. Stores are out there: what changes from here on is a migration of its own. */
export const up =
  (engine: Engine) =>
  async (db: Kysely<unknown>): Promise<void> => {
    const build = buildOn(db, engine);
    for (const subject of subjects) await subject(build);
  };
