import { citizenFor } from '@hotline/db/cases/citizens';
import { claimImport, isImported } from '@hotline/db/cases/imported';
import type { Tx } from '@hotline/db/store/open';
import type { Outcome } from '@hotline/db/writer';
import { system } from '@hotline/shared/people/actor';
import { Refusal } from '@hotline/shared/refusal';
import { importedCase } from '@hotline/shared/ticket/imported';
import { localDate } from '@hotline/shared/time/instant';
import type { Hotline } from '../app/hotline.ts';
import { newId, newQueryCode } from '../app/ids.ts';
import { newNumber } from '../tickets/number.ts';
import { record } from '../tickets/record.ts';
import { columnsOf, type Mapping } from './mapping.ts';
import { externalNumberOf, matterReader, type Read } from './matter.ts';
import type { SourceRow } from './records.ts';

export type RefusedRow = { row: number; externalNumber: string | null; why: string; reason: string };
export type ImportReport = {
  rows: number;
  imported: number;
  /** Imported before, by this or an earlier run of the same file. */
  known: number;
  refused: number;
  /** `why field` → how many. */
  reasons: Record<string, number>;
  /** Columns of the mapping that no row had: a misspelt name, most likely. */
  absentColumns: readonly string[];
};
export type ImportOptions = {
  centreId: string;
  mapping: Mapping;
  dryRun?: boolean;
  limit?: number;
  onRefused?: (row: RefusedRow) => void;
  onProgress?: (report: ImportReport) => void;
};

/** The writer takes so many background commands in one transaction. */
const batch = 16;

/**
 * Imports finished matters, each once per centre and outside number: stopped half-way, the same call goes on where it
 * stopped. Every row is a small command of its own, behind the writes of people. A dry run writes nothing.
 * @throws Refusal when there is no such centre or it has no calendar and rules.
 */
export async function importRows(
  hotline: Hotline,
  rows: AsyncIterable<SourceRow>,
  options: ImportOptions,
): Promise<ImportReport> {
  const { centreId, mapping } = options;
  const directory = hotline.catalog.directory();
  if (!directory.centres.has(centreId))
    throw new Refusal('notFound', `没有受理中心「${centreId}」，请先用 hotline init 建立。`);
  hotline.catalog.clocks(centreId);
  const read = matterReader(mapping, directory, centreId);
  const report: ImportReport = { rows: 0, imported: 0, known: 0, refused: 0, reasons: {}, absentColumns: [] };
  /** Outside number → the row of this run that has it. */
  const seen = new Map<string, number>();

  const take = async (source: SourceRow): Promise<void> => {
    let externalNumber: string | null = null;
    try {
      const row = read(valuesOf(source));
      externalNumber = row.externalNumber;
      const first = seen.get(externalNumber);
      if (first !== undefined)
        throw new Refusal('invalid', `外部编号与第 ${first} 行重复，请核对。`, {
          why: 'duplicate',
          field: 'externalNumber',
        });
      seen.set(externalNumber, source.row);
      const done = await (options.dryRun ? tryRow(hotline, centreId, row) : writeRow(hotline, centreId, row));
      report[done] += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (externalNumber !== null && seen.get(externalNumber) === source.row) seen.delete(externalNumber);
      const why = whyOf(error);
      report.refused += 1;
      report.reasons[why] = (report.reasons[why] ?? 0) + 1;
      if ('values' in source) externalNumber ??= externalNumberOf(mapping, source.values);
      options.onRefused?.({ row: source.row, externalNumber, why, reason: error.message });
    }
  };

  const absent = new Set(columnsOf(mapping));
  let waiting: SourceRow[] = [];
  for await (const source of rows) {
    if (report.rows === options.limit) break;
    report.rows += 1;
    if ('values' in source)
      for (const column of absent) if (Object.hasOwn(source.values, column)) absent.delete(column);
    waiting.push(source);
    if (waiting.length < batch) continue;
    await Promise.all(waiting.map(take));
    waiting = [];
    options.onProgress?.(report);
  }
  await Promise.all(waiting.map(take));
  return { ...report, absentColumns: [...absent] };
}

function valuesOf(source: SourceRow): Readonly<Record<string, string>> {
  if ('values' in source) return source.values;
  const details = { why: 'unreadable', field: 'row' };
  throw new Refusal('invalid', `${source.unreadable}，请更正后重新导入。`, details);
}

type Done = 'imported' | 'known';

async function writeRow(hotline: Hotline, centreId: string, row: Read): Promise<Done> {
  const ids = { appealId: newId(), ticketId: newId(), citizenId: newId(), queryCode: newQueryCode() };
  // One lane: rows of many days touch many counters, which several transactions would lock in each other's way.
  const options = { lane: `import:${centreId}`, background: true };
  const command = (tx: Tx) => inTransaction(tx, hotline, centreId, row, ids);
  return (await hotline.writer.write(command, options)).result;
}

type Ids = { appealId: string; ticketId: string; citizenId: string; queryCode: string };

async function inTransaction(
  tx: Tx,
  hotline: Hotline,
  centreId: string,
  { externalNumber, number: left, numbers, matter }: Read,
  ids: Ids,
): Promise<Outcome<Done>> {
  const at = hotline.now();
  const claim = { id: ids.ticketId, centreId, externalNumber, ticketId: ids.ticketId, at };
  if (!(await claimImport(tx, claim))) return { result: 'known', events: [], deltas: [] };
  const moment = hotline.catalog.moment(centreId, at, system);
  const { receivedAt } = matter;
  const number = await newNumber(tx, localDate(receivedAt, moment.calendar.utcOffsetMinutes));
  const name = matter.appeal.citizen.name ?? null;
  const citizenId = await citizenFor(tx, { id: ids.citizenId, centreId, phone: left.phone, name, at, numbers });
  const after = importedCase(matter, { ...ids, ...left, number, centreId, citizenId, externalNumber }, moment);
  const made = { before: null, after, fields: [`+${ids.appealId}`], childId: ids.appealId, linkedTicketId: null };
  const done = { verb: 'import', actor: system, at, effectiveAt: receivedAt } as const;
  return { result: 'imported', ...(await record(tx, [made], done, moment)) };
}

/** What a dry run does with a row: everything except writing. */
async function tryRow(
  hotline: Hotline,
  centreId: string,
  { externalNumber, number: left, matter }: Read,
): Promise<Done> {
  if (await isImported(hotline.store.reader, centreId, externalNumber)) return 'known';
  const ids = { appealId: 'a', ticketId: 't', citizenId: null, number: '', queryCode: '' };
  const moment = hotline.catalog.moment(centreId, hotline.now(), system);
  importedCase(matter, { ...ids, ...left, centreId, externalNumber }, moment);
  return 'imported';
}

/** The reason without the row's own values, for counting. */
function whyOf({ code, details }: Refusal): string {
  const { why, field, year } = (details ?? {}) as { why?: string; field?: string; year?: number };
  if (year !== undefined) return `noCalendar ${year}`;
  return [why ?? code, field].filter(Boolean).join(' ');
}
