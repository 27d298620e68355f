import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { makeFolder } from '@hotline/db/store/folder';
import type { Db } from '@hotline/db/store/open';
import { byteOrderMark } from '@hotline/shared/csv';
import type { Question } from '../readers/question.ts';
import type { Lines } from './lines.ts';
import { type MemberExport, memberPages } from './memberPages.ts';
import { namesOf } from './names.ts';
import { type TicketExport, ticketPages } from './ticketPages.ts';

export type ExportJob = { file: string; centreId: string } & (TicketExport | MemberExport);
/** Some lines of the file, with how many rows they are. */
export type Written = { rows: number; bytes: number };

/** Writes a file page by page; it has its name only when it is whole. */
export const writeExport: Question<ExportJob, Written> = async (db, job, { signal, tell }) => {
  makeFolder(dirname(job.file), 0o700);
  const part = `${job.file}.part`;
  const file = await open(part, 'w', 0o600);
  try {
    const written = { rows: 0, bytes: (await file.write(byteOrderMark)).bytesWritten };
    for await (const { text, rows } of linesOf(db, job)) {
      signal.throwIfAborted();
      if (text) written.bytes += (await file.write(text)).bytesWritten;
      // Whoever waits for a shorter answer goes first.
      await setImmediate();
      written.rows += rows;
      tell(written.rows);
    }
    await file.close();
    await rename(part, job.file);
    return written;
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(part, { force: true });
    throw error;
  }
};

async function* linesOf(db: Db, job: ExportJob): AsyncGenerator<Lines> {
  const names = await namesOf(db, job.centreId);
  yield* job.what === 'tickets' ? ticketPages(db, job, names) : memberPages(db, job, names);
}
