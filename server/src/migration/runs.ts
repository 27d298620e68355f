import { findRun, updateRun } from '@hotline/db/cases/importRuns';
import { personById } from '@hotline/db/people/people';
import type { ImportRunRow } from '@hotline/db/store/schema';
import type { Found, ImportOutcome, ImportRun, ImportState } from '@hotline/shared/api/imports';
import type { Mapping } from '@hotline/shared/imports/mapping';
import type { Reading } from '@hotline/shared/imports/reading';
import { Refusal } from '@hotline/shared/refusal';
import { addMs } from '@hotline/shared/time/instant';
import { administered } from '../admin/administration.ts';
import type { Hotline } from '../app/hotline.ts';
import { type ImportReport, outcomeOf } from '../imports/outcome.ts';
import { questionsOf } from '../imports/questions.ts';
import type { SignedIn } from '../sessions/signedIn.ts';

/** So long after its last sign of life, whoever worked on a run is taken to be gone. */
const silenceMs = 60_000;
const atWork: readonly ImportState[] = ['reading', 'checking', 'running', 'undoing'];

/** A run of a centre this person administers; any other does not exist. */
export async function ownRun(hotline: Hotline, me: SignedIn, id: string): Promise<ImportRunRow> {
  const row = await findRun(hotline.store.reader, id);
  if (!row || row.state === 'discarded') throw noSuchRun();
  administered(hotline, me.actor, row.centreId);
  return row;
}

const noSuchRun = () => new Refusal('notFound', '没有这个导入，请返回列表重新选择。');

/** The state as it is to be believed: work that was heard of a minute ago was interrupted, and can go on. */
export function stateOf(hotline: Hotline, row: ImportRunRow): ImportState {
  if (!atWork.includes(row.state) || addMs(row.heardAt, silenceMs) > hotline.now()) return row.state;
  return row.state === 'running' || row.state === 'undoing' ? 'paused' : row.found === null ? 'failed' : 'ready';
}

export async function summaryOf(hotline: Hotline, row: ImportRunRow) {
  const report = reportOf(row);
  return {
    id: row.id,
    centreId: row.centreId,
    fileName: row.fileName,
    bytes: row.bytes,
    state: stateOf(hotline, row),
    by: (await personById(hotline.store.reader, row.personId))?.name ?? '命令行',
    createdAt: row.createdAt,
    finishedAt: row.finishedAt,
    rows: foundOf(row)?.rows ?? null,
    place: row.place,
    report: report && outcomeOf(report),
    undone: row.undone,
    kept: row.kept,
    failure: row.failure,
  };
}

export async function shown(hotline: Hotline, row: ImportRunRow): Promise<ImportRun> {
  const found = foundOf(row);
  const mapping = mappingOf(row);
  const directory = hotline.catalog.directory();
  return {
    ...(await summaryOf(hotline, row)),
    reading: parsed<Reading>(row.reading) ?? {},
    found,
    mapping,
    questions: found && mapping ? questionsOf(found, mapping, directory, row.centreId) : [],
    checked: checkedOf(row),
  };
}

export const foundOf = (row: ImportRunRow): Found | null => parsed<Found>(row.found);
export const mappingOf = (row: ImportRunRow): Mapping | null => parsed<Mapping>(row.mapping);
export const reportOf = (row: ImportRunRow): ImportReport | null => reportIn(row.report);
/** A dry run is kept as its report; how it reads is decided where it is shown. */
const checkedOf = (row: ImportRunRow): ImportOutcome | null => {
  const report = reportIn(row.checked);
  return report && outcomeOf(report);
};

/** Null also for what an older version kept in another shape: that trial is made again. */
function reportIn(text: string | null): ImportReport | null {
  const report = parsed<ImportReport>(text);
  if (!report?.examples) return null;
  // Version 0.1 kept one example of each.
  return {
    ...report,
    examples: Object.fromEntries(Object.entries(report.examples).map(([key, e]) => [key, [e].flat()])),
  };
}

function parsed<T>(text: string | null): T | null {
  const value: T | null = text === null ? null : JSON.parse(text);
  return value;
}

/** Writes a change of a run that is still in one of these states. @throws Refusal where it is in another by now */
export async function changeRun(
  hotline: Hotline,
  id: string,
  from: readonly ImportState[],
  change: Partial<ImportRunRow>,
): Promise<void> {
  const { result } = await hotline.writer.write(
    async (tx) => ({
      result: await updateRun(tx, id, from, { heardAt: hotline.now(), ...change }),
      events: [],
      deltas: [],
    }),
    { background: true },
  );
  if (!result) throw new Refusal('wrongStatus', '这个导入的状态已经变化，请刷新后重试。');
}
