import { open } from 'node:fs/promises';
import { audit } from '@hotline/db/people/people';
import { countRunning, findExport, insertExport } from '@hotline/db/store/exports';
import { recall, remember } from '@hotline/db/store/idempotency';
import type { ExportRow } from '@hotline/db/store/schema';
import type { AuditAct } from '@hotline/shared/api/admin/audit';
import type { Export } from '@hotline/shared/api/exports';
import { byId } from '@hotline/shared/api/route';
import { figureReaders } from '@hotline/shared/people/roles';
import { Refusal } from '@hotline/shared/refusal';
import { addMs } from '@hotline/shared/time/instant';
import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../app/hotline.ts';
import { newId } from '../app/ids.ts';
import { admitted, serve } from '../app/route.ts';
import type { SignedIn } from '../sessions/signedIn.ts';
import { centreOf } from '../tickets/appealRoutes.ts';
import { idempotencyKey } from '../tickets/routes.ts';
import { type Asked, bodyHash, fileNameOf, jobOf } from './asked.ts';
import { fileOf, keepMs, sweepExports } from './folder.ts';
import { runExport, silenceMs } from './run.ts';

/** One person's exports at the same time. */
const maxRunning = 2;
const sweepMs = 3_600_000;

export function exportRoutes(server: FastifyInstance, hotline: Hotline): void {
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  const sweeper = setInterval(() => void sweepExports(hotline).catch((e: unknown) => server.log.error(e)), sweepMs);
  sweeper.unref();
  server.addHook('preClose', async () => {
    clearInterval(sweeper);
    stopping.abort();
    await Promise.all(running);
  });

  serve(server, hotline, 'startExport', figureReaders, async ({ me, body, request }) => {
    const job = jobOf(hotline, me, body);
    const { row, isNew } = await insert(hotline, me, body, idempotencyKey(request));
    if (isNew) {
      const run = runExport(hotline, row.id, { ...job, file: fileOf(hotline, row.id) }, stopping.signal)
        .catch((error: unknown) => server.log.error(error))
        .finally(() => running.delete(run));
      running.add(run);
    }
    return shown(row, hotline.now());
  });

  serve(server, hotline, 'export', figureReaders, async ({ me, params }) =>
    shown(await own(hotline, me, params.id), hotline.now()),
  );

  const schema = { summary: 'My export’s file: CSV for Excel and WPS; audited', params: byId } as object;
  const options = { config: { policy: figureReaders }, schema, exposeHeadRoute: false };
  server.get<{ Params: { id: string } }>('/api/exports/:id/file', options, async (request, reply) => {
    const me = await admitted(hotline, request, figureReaders);
    const row = await own(hotline, me, request.params.id);
    if (row.scopeVersion !== me.person.scopeVersion)
      throw new Refusal('forbidden', '您的权限在导出之后有变动，请重新导出。');
    const { status } = shown(row, hotline.now());
    if (status === 'running') throw new Refusal('conflict', '文件还在生成，请稍候再下载。');
    if (status !== 'ready') throw gone();
    const file = await open(fileOf(hotline, row.id)).catch(() => {
      throw gone();
    });
    await hotline.writer.write(async (tx) => {
      await audit(tx, entry(hotline, me, 'downloadExport', row));
      return { result: undefined, events: [], deltas: [] };
    });
    const name = encodeURIComponent(row.fileName);
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="export.csv"; filename*=UTF-8''${name}`)
      .send(file.createReadStream());
  });
}

const gone = () => new Refusal('notFound', '导出的文件已不存在（只保留一天），请重新导出。');

/** Row and audit in one transaction: nothing is written out that is not written down. */
async function insert(hotline: Hotline, me: SignedIn, asked: Asked, key: string | undefined) {
  const at = hotline.now();
  const row: ExportRow = {
    ...{ id: newId(), personId: me.person.id, scopeVersion: me.person.scopeVersion, purpose: asked.purpose.trim() },
    ...{ what: asked.what, asked: JSON.stringify(asked), fileName: fileNameOf(hotline, centreOf(hotline, me), asked) },
    ...{ status: 'running', rows: 0, bytes: null, failure: null },
    ...{ askedAt: at, heardAt: at, finishedAt: null, expiresAt: addMs(at, keepMs) },
  };
  const once = key && `${me.actor.id}:export:${key}`;
  const { result } = await hotline.writer.write(async (tx) => {
    const [known] = (once && (await recall(tx, once, bodyHash(asked)))) || [];
    const before = known && (await findExport(tx, known));
    if (before) return { result: { row: before, isNew: false }, events: [], deltas: [] };
    if ((await countRunning(tx, me.person.id, addMs(at, -silenceMs))) >= maxRunning)
      throw new Refusal('tooMany', `您有 ${maxRunning} 个导出正在进行，请等其中一个完成后再导出。`);
    await insertExport(tx, row);
    await audit(tx, entry(hotline, me, 'export', row));
    if (once) await remember(tx, once, bodyHash(asked), [row.id], at);
    return { result: { row, isNew: true }, events: [], deltas: [] };
  });
  return result;
}

const entry = (hotline: Hotline, me: SignedIn, act: AuditAct, row: ExportRow) => ({
  at: hotline.now(),
  personId: me.person.id,
  act,
  subjectId: row.id,
  purpose: row.purpose,
});

/** Nobody else's exports exist. */
async function own(hotline: Hotline, me: SignedIn, id: string): Promise<ExportRow> {
  const row = await findExport(hotline.store.reader, id);
  if (!row || row.personId !== me.person.id) throw new Refusal('notFound', '没有这个导出，请重新导出。');
  return row;
}

function shown(row: ExportRow, now: string): Export {
  const isSilent = row.status === 'running' && addMs(row.heardAt, silenceMs) <= now;
  const status = row.expiresAt <= now ? 'expired' : isSilent ? 'failed' : row.status;
  return {
    id: row.id,
    what: row.what === 'tickets' ? 'tickets' : 'figure',
    status,
    rows: row.rows,
    bytes: row.bytes,
    fileName: row.fileName,
    askedAt: row.askedAt,
    finishedAt: row.finishedAt,
    expiresAt: row.expiresAt,
    failure: isSilent ? '导出被中断，请重新导出。' : row.failure,
    download: status === 'ready' ? `/api/exports/${row.id}/file` : null,
  };
}
