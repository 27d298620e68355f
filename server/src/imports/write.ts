import { citizenFor } from '@hotline/db/cases/citizens';
import { claimImport, importOf } from '@hotline/db/cases/imported';
import type { Tx } from '@hotline/db/store/open';
import type { Outcome } from '@hotline/db/writer';
import { system } from '@hotline/shared/people/actor';
import { importedCase } from '@hotline/shared/ticket/imported';
import { importedOpenCase } from '@hotline/shared/ticket/importedOpen';
import type { Given } from '@hotline/shared/ticket/log';
import type { Case } from '@hotline/shared/ticket/model/case';
import type { Moment } from '@hotline/shared/ticket/verb';
import { localDate } from '@hotline/shared/time/instant';
import type { Hotline } from '../app/hotline.ts';
import { newId, newQueryCode } from '../app/ids.ts';
import { newNumber } from '../tickets/number.ts';
import { record } from '../tickets/record.ts';
import type { Read } from './matter.ts';

/** Whose run, if any, and of which centre. */
export type Into = { readonly centreId: string; readonly runId: string | null };
export type Taking = 'imported' | 'known';

/** Writes one matter, once per centre and outside number, as a small command behind those of people. */
export async function writeRow(hotline: Hotline, into: Into, row: Read): Promise<Taking> {
  const ids = { appealId: newId(), ticketId: newId(), citizenId: newId(), queryCode: newQueryCode() };
  // One lane: rows of many days touch many counters, which several transactions would lock in each other's way.
  const options = { lane: `import:${into.centreId}`, background: true };
  return (await hotline.writer.write((tx) => inTransaction(tx, hotline, into, row, ids), options)).result;
}

/** What a dry run does with a row: everything except writing. @throws Refusal as the import would */
export async function tryRow(hotline: Hotline, { centreId }: Into, row: Read): Promise<Taking> {
  if (await importOf(hotline.store.reader, centreId, row.externalNumber)) return 'known';
  refuseImpossible(row, centreId, hotline.catalog.moment(centreId, hotline.now(), system));
  return 'imported';
}

/** What an import would refuse once the row is read: a calendar that does not reach so far, a reply before the question. */
export function refuseImpossible(row: Read, centreId: string, m: Moment): void {
  const ids = { appealId: 'a', ticketId: 't', citizenId: null, number: '', queryCode: '' };
  caseOf(row, { ...ids, ...row.left.number, centreId, externalNumber: row.externalNumber }, m);
}

type Ids = { appealId: string; ticketId: string; citizenId: string; queryCode: string };

async function inTransaction(
  tx: Tx,
  hotline: Hotline,
  { centreId, runId }: Into,
  row: Read,
  ids: Ids,
): Promise<Outcome<Taking>> {
  const { externalNumber, left, matter } = row;
  const at = hotline.now();
  const claim = { id: ids.ticketId, centreId, externalNumber, ticketId: ids.ticketId, at, runId };
  if (!(await claimImport(tx, claim))) {
    // A run that goes on after it was killed finds the rows whose count it had not kept yet.
    const isOwn = runId !== null && (await importOf(tx, centreId, externalNumber))?.runId === runId;
    return { result: isOwn ? 'imported' : 'known', events: [], deltas: [] };
  }
  const moment = hotline.catalog.moment(centreId, at, system);
  const { receivedAt } = matter;
  const number = await newNumber(tx, localDate(receivedAt, moment.calendar.utcOffsetMinutes));
  const name = matter.appeal.citizen.name ?? null;
  const citizenId = await citizenFor(tx, {
    id: ids.citizenId,
    centreId,
    phone: left.number.phone,
    name,
    at,
    numbers: left.numbers,
  });
  const after = caseOf(row, { ...ids, ...left.number, number, centreId, citizenId, externalNumber }, moment);
  const made = { before: null, after, fields: [`+${ids.appealId}`], childId: ids.appealId, linkedTicketId: null };
  const done = { verb: 'import', actor: system, at, effectiveAt: receivedAt, originals: row.originals } as const;
  return { result: 'imported', ...(await record(tx, [made], done, moment)) };
}

const caseOf = (row: Read, given: Omit<Given, 'receivedAt'>, m: Moment): Case =>
  row.is === 'finished' ? importedCase(row.matter, given, m) : importedOpenCase(row.matter, given, m);
