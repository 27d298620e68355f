import { setImmediate } from 'node:timers/promises';
import { maxBackground } from '@hotline/db/writer';
import type { Mapping } from '@hotline/shared/imports/mapping';
import { Refusal } from '@hotline/shared/refusal';
import type { Hotline } from '../app/hotline.ts';
import { columnsIn } from './mapping.ts';
import { externalNumberOf, matterReader } from './matter.ts';
import { countAlarms, countRefused, emptyReport, type ImportReport } from './outcome.ts';
import type { SourceRow } from './reading/line.ts';
import { type Into, tryRow, writeRow } from './write.ts';

export type RefusedRow = { row: number; externalNumber: string | null; why: string; reason: string };
export type ImportOptions = {
  centreId: string;
  mapping: Mapping;
  runId?: string;
  dryRun?: boolean;
  limit?: number;
  /** What an earlier part of the same run came to, and how many rows it had dealt with: those are passed over. */
  goOn?: { report: ImportReport; place: number };
  onRefused?: (row: RefusedRow, source: SourceRow) => void;
  /** After every few rows; `place` of the file's rows are dealt with. False: stop here. */
  onProgress?: (report: ImportReport, place: number) => boolean | undefined;
};

/**
 * Imports matters of another system, finished or open, each once per centre and outside number: stopped half-way, the same
 * call goes on where it stopped. Every row is a small command of its own, behind the writes of people. A dry run writes
 * nothing.
 * @throws Refusal when there is no such centre or it has no calendar and rules.
 */
export async function importRows(
  hotline: Hotline,
  rows: AsyncIterable<SourceRow>,
  options: ImportOptions,
): Promise<ImportReport> {
  const { centreId, mapping, runId = null } = options;
  const directory = hotline.catalog.directory();
  if (!directory.centres.has(centreId))
    throw new Refusal('notFound', `没有受理中心「${centreId}」，请先用 hotline init 建立。`);
  hotline.catalog.clocks(centreId);
  const into: Into = { centreId, runId };
  const read = matterReader(mapping, directory, centreId);
  const report = options.goOn ? structuredClone(options.goOn.report) : emptyReport();
  /** Outside number → the row of this run that has it. */
  const seen = new Map<string, number>();

  const take = async (source: SourceRow): Promise<void> => {
    let externalNumber: string | null = null;
    try {
      const row = read(valuesOf(source));
      externalNumber = row.externalNumber;
      refuseSecond(seen, externalNumber, source.row);
      const done = await (options.dryRun ? tryRow(hotline, into, row) : writeRow(hotline, into, row));
      report[done] += 1;
      if (done === 'known') return;
      if (row.is === 'open') report.open += 1;
      countAlarms(report, source.row, row.alarms);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (externalNumber !== null && seen.get(externalNumber) === source.row) seen.delete(externalNumber);
      const why = countRefused(report, source.row, error);
      if ('values' in source) externalNumber ??= externalNumberOf(mapping, source.values);
      options.onRefused?.({ row: source.row, externalNumber, why, reason: error.message }, source);
    }
  };

  const absent = new Set(columnsIn(mapping));
  let place = 0;
  let waiting: SourceRow[] = [];
  const flush = async () => {
    await Promise.all(waiting.map(take));
    waiting = [];
    // Whoever waits for a shorter answer goes first.
    await setImmediate();
    return options.onProgress?.(report, place) !== false;
  };
  for await (const source of rows) {
    if (report.rows === options.limit) break;
    place += 1;
    if ('values' in source)
      for (const column of absent) if (Object.hasOwn(source.values, column)) absent.delete(column);
    if (place <= (options.goOn?.place ?? 0)) {
      remember(seen, read, source);
      continue;
    }
    report.rows += 1;
    waiting.push(source);
    if (waiting.length === maxBackground && !(await flush())) return report;
  }
  await flush();
  return { ...report, absentColumns: [...absent] };
}

/** A row of the part that is done already: nothing but its number matters any more. */
function remember(seen: Map<string, number>, read: ReturnType<typeof matterReader>, source: SourceRow): void {
  try {
    const { externalNumber } = read(valuesOf(source));
    if (!seen.has(externalNumber)) seen.set(externalNumber, source.row);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

function refuseSecond(seen: Map<string, number>, externalNumber: string, row: number): void {
  const first = seen.get(externalNumber);
  if (first !== undefined) {
    const sentence = `外部编号与第 ${first} 行重复，请核对。`;
    throw new Refusal('invalid', sentence, { why: 'duplicate', field: 'externalNumber' });
  }
  seen.set(externalNumber, row);
}

function valuesOf(source: SourceRow): Readonly<Record<string, string>> {
  if ('values' in source) return source.values;
  throw new Refusal('invalid', `${source.unreadable}，请更正后重新导入。`, { why: 'unreadable', field: 'row' });
}
