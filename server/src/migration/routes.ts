import { Readable } from 'node:stream';
import { runsOf } from '@hotline/db/cases/importRuns';
import { audit } from '@hotline/db/people/people';
import type { ImportRunRow } from '@hotline/db/store/schema';
import type { ImportRun } from '@hotline/shared/api/imports';
import { byId } from '@hotline/shared/api/route';
import { absentFields, type Mapping } from '@hotline/shared/imports/mapping';
import { system } from '@hotline/shared/people/actor';
import { administrators } from '@hotline/shared/people/roles';
import { Refusal } from '@hotline/shared/refusal';
import type { FastifyInstance } from 'fastify';
import { administered } from '../admin/administration.ts';
import type { Hotline } from '../app/hotline.ts';
import { admitted, serve } from '../app/route.ts';
import { questionsOf, refuseUnanswered } from '../imports/questions.ts';
import type { SignedIn } from '../sessions/signedIn.ts';
import { deleteFiles, filesOf, sweepImports } from './files.ts';
import { normalisedRows } from './normalise.ts';
import { previewOf } from './preview.ts';
import { refusedFile } from './refused.ts';
import { changeRun, foundOf, mappingOf, ownRun, shown, stateOf, summaryOf } from './runs.ts';
import { uploadRoute } from './upload.ts';
import { openWork, type RunWork } from './work.ts';

const sweepMs = 3_600_000;

/** 历史数据导入: the migration desk. */
export function importRoutes(server: FastifyInstance, hotline: Hotline): void {
  const work = openWork(hotline, (error) => server.log.error(error));
  const sweeper = setInterval(() => void sweepImports(hotline).catch((e: unknown) => server.log.error(e)), sweepMs);
  sweeper.unref();
  server.addHook('preClose', async () => {
    clearInterval(sweeper);
    await work.stop();
  });
  const again = async (me: SignedIn, id: string): Promise<ImportRun> => shown(hotline, await ownRun(hotline, me, id));

  serve(server, hotline, 'imports', administrators, async ({ me, query }) => {
    const centre = administered(hotline, me.actor, query.centreId);
    const rows = await runsOf(hotline.store.reader, centre.id, 50);
    return { items: await Promise.all(rows.map((row) => summaryOf(hotline, row))) };
  });
  serve(server, hotline, 'importRun', administrators, async ({ me, params }) => again(me, params.id));
  serve(server, hotline, 'readImport', administrators, async ({ me, params, body }) => {
    const row = await resting(hotline, me, params.id);
    if (row.report !== null) throw new Refusal('wrongStatus', '已经开始导入，不能再改读法。请撤销后重新选择文件。');
    await changeRun(hotline, row.id, [row.state], { state: 'reading', reading: JSON.stringify(body), failure: null });
    work.read(row, body, null);
    return again(me, row.id);
  });
  serve(server, hotline, 'previewImport', administrators, async ({ me, params, body }) => {
    const row = await ownRun(hotline, me, params.id);
    const found = readFound(row);
    const directory = hotline.catalog.directory();
    const questions = questionsOf(found, body.mapping, directory, row.centreId);
    const rows = normalisedRows(filesOf(hotline, row.id).rows);
    const moment = hotline.catalog.moment(row.centreId, hotline.now(), system);
    return { rows: await previewOf(rows, body.mapping, row.centreId, moment), questions };
  });
  serve(server, hotline, 'checkImport', administrators, async ({ me, params, body }) => {
    const row = await resting(hotline, me, params.id);
    readFound(row);
    refuseIncomplete(body.mapping);
    const mapping = JSON.stringify(body.mapping);
    await changeRun(hotline, row.id, [row.state], { state: 'checking', mapping, place: 0, failure: null });
    work.check(row, body.mapping);
    return again(me, row.id);
  });
  serve(server, hotline, 'startImport', administrators, async ({ me, params, body }) => {
    const row = await resting(hotline, me, params.id);
    const { mapping } = body;
    refuseUnanswered(questionsOf(readFound(row), mapping, hotline.catalog.directory(), row.centreId));
    if (row.report !== null) throw new Refusal('wrongStatus', '已经开始导入。请继续，或撤销后重新选择文件。');
    await note(hotline, me, 'startImport', row);
    await changeRun(hotline, row.id, [row.state], {
      ...{ state: 'running', mapping: JSON.stringify(mapping), place: 0, failure: null },
    });
    work.bringIn({ ...row, report: null, place: 0 }, mapping);
    return again(me, row.id);
  });
  goingRoutes(server, hotline, work);
  uploadRoute(server, hotline, (row) => work.read(row, {}, null));
  refusedRoute(server, hotline);
}

/** What is done to a run once it has begun. */
function goingRoutes(server: FastifyInstance, hotline: Hotline, work: RunWork): void {
  const again = async (me: SignedIn, id: string): Promise<ImportRun> => shown(hotline, await ownRun(hotline, me, id));
  serve(server, hotline, 'pauseImport', administrators, async ({ me, params }) => {
    const row = await ownRun(hotline, me, params.id);
    if (!work.pause(row.id)) throw new Refusal('wrongStatus', '这个导入现在没有在进行，请刷新后查看。');
    return again(me, row.id);
  });
  serve(server, hotline, 'continueImport', administrators, async ({ me, params }) => {
    const row = await resting(hotline, me, params.id);
    const mapping = mappingOf(row);
    const isUndoing = row.state === 'undoing' || row.undone > 0;
    if (stateOf(hotline, row) !== 'paused' || !mapping)
      throw new Refusal('wrongStatus', '这个导入没有暂停，请刷新后查看。');
    await changeRun(hotline, row.id, [row.state], { state: isUndoing ? 'undoing' : 'running' });
    if (isUndoing) work.undo(row);
    else work.bringIn(row, mapping);
    return again(me, row.id);
  });
  serve(server, hotline, 'undoImport', administrators, async ({ me, params }) => {
    const row = await resting(hotline, me, params.id);
    if (row.report === null) throw new Refusal('wrongStatus', '还没有导入任何工单，不用撤销。');
    if (row.state === 'undone') throw new Refusal('wrongStatus', '这个导入已经撤销。');
    await note(hotline, me, 'undoImport', row);
    await changeRun(hotline, row.id, [row.state], { state: 'undoing' });
    work.undo(row);
    return again(me, row.id);
  });
  serve(server, hotline, 'discardImport', administrators, async ({ me, params }) => {
    const row = await resting(hotline, me, params.id);
    await deleteFiles(hotline, row.id);
    const before = await shown(hotline, row);
    // What was imported stays in the list, so that it can be undone.
    if (row.report === null) await changeRun(hotline, row.id, [row.state], { state: 'discarded' });
    return before;
  });
}

/** A run that nobody works on at this moment. */
async function resting(hotline: Hotline, me: SignedIn, id: string): Promise<ImportRunRow> {
  const row = await ownRun(hotline, me, id);
  if (['reading', 'checking', 'running', 'undoing'].includes(stateOf(hotline, row)))
    throw new Refusal('wrongStatus', '正在处理这个文件，请等它结束，或先暂停。');
  return row;
}

function readFound(row: ImportRunRow) {
  const found = foundOf(row);
  if (!found) throw new Refusal('wrongStatus', row.failure ?? '文件还没有读完，请稍候。');
  return found;
}

function refuseIncomplete(mapping: Mapping): void {
  if (absentFields(mapping).length > 0)
    throw new Refusal('invalid', '还有必填的内容没有对应的列，请先补全。', { absent: absentFields(mapping) });
}

async function note(hotline: Hotline, me: SignedIn, act: 'startImport' | 'undoImport', row: ImportRunRow) {
  await hotline.writer.write(async (tx) => {
    const entry = { at: hotline.now(), personId: me.person.id, act, subjectId: row.id, purpose: row.fileName };
    await audit(tx, entry);
    return { result: undefined, events: [], deltas: [] };
  });
}

function refusedRoute(server: FastifyInstance, hotline: Hotline): void {
  const schema = {
    summary: 'The rows that stay out, with the reason beside their own columns',
    params: byId,
  } as object;
  const options = { config: { policy: administrators }, schema, exposeHeadRoute: false };
  server.get<{ Params: { id: string } }>('/api/imports/:id/refused', options, async (request, reply) => {
    const me = await admitted(hotline, request, administrators);
    const row = await ownRun(hotline, me, request.params.id);
    const mapping = mappingOf(row);
    if (!mapping) throw new Refusal('wrongStatus', '文件还没有读完，请稍候。');
    const rows = normalisedRows(filesOf(hotline, row.id).rows);
    const text = refusedFile(hotline, rows, readFound(row), mapping, row.centreId);
    const name = encodeURIComponent(`未导入-${row.fileName.replace(/\.[^.]*$/, '')}.csv`);
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="refused.csv"; filename*=UTF-8''${name}`)
      .send(Readable.from(text));
  });
}
