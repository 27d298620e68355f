import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { insertRun } from '@hotline/db/cases/importRuns';
import { makeFolder } from '@hotline/db/store/folder';
import type { ImportRunRow } from '@hotline/db/store/schema';
import { administrators } from '@hotline/shared/people/roles';
import { Refusal } from '@hotline/shared/refusal';
import type { FastifyInstance } from 'fastify';
import { administered } from '../admin/administration.ts';
import type { Hotline } from '../app/hotline.ts';
import { newId } from '../app/ids.ts';
import { admitted } from '../app/route.ts';
import { deleteFiles, filesOf, importsFolder } from './files.ts';
import { shown } from './runs.ts';

const maxBytes = 300 * 1024 * 1024;

/** Takes a file as it is and tells `onSent` of its new run. */
export function uploadRoute(server: FastifyInstance, hotline: Hotline, onSent: (row: ImportRunRow) => void): void {
  const schema = {
    summary: 'Send a file of another system: XLSX, XLS, CSV or any other table of text',
    querystring: { type: 'object', properties: { fileName: { type: 'string' }, centreId: { type: 'string' } } },
  } as object;
  // Within this route alone a body is a stream of bytes.
  void server.register((scope, _, ready) => {
    scope.addContentTypeParser('application/octet-stream', (_, payload, done) => done(null, payload));
    const options = { config: { policy: administrators }, schema, bodyLimit: maxBytes };
    scope.post<{ Querystring: { fileName?: string; centreId?: string } }>(
      '/api/imports',
      options,
      async (request, reply) => {
        const me = await admitted(hotline, request, administrators);
        const centre = administered(hotline, me.actor, request.query.centreId);
        if (!(request.body instanceof Readable))
          throw new Refusal('unsupportedType', '请以 application/octet-stream 发送文件。');
        const id = newId();
        const bytes = await keep(hotline, id, request.body);
        const at = hotline.now();
        const fileName = (request.query.fileName ?? '').replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 200) || '未命名';
        const row: ImportRunRow = {
          ...{ id, centreId: centre.id, personId: me.person.id, fileName, bytes, state: 'reading', reading: '{}' },
          ...{ found: null, mapping: null, checked: null, report: null, place: 0, undone: 0, kept: 0, failure: null },
          ...{ createdAt: at, heardAt: at, finishedAt: null },
        };
        await hotline.writer.write(async (tx) => {
          await insertRun(tx, row);
          return { result: undefined, events: [], deltas: [] };
        });
        onSent(row);
        return reply.code(201).send(await shown(hotline, row));
      },
    );
    ready();
  });
}

/** @throws Refusal tooLarge, invalid where nothing came */
async function keep(hotline: Hotline, id: string, body: Readable): Promise<number> {
  makeFolder(importsFolder(hotline), 0o700);
  let bytes = 0;
  const counted = async function* (source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw new Refusal('tooLarge', '文件超过 300 MB，请分成几个文件。');
      yield chunk;
    }
  };
  try {
    await pipeline(body, counted, createWriteStream(filesOf(hotline, id).sent, { mode: 0o600 }));
    if (bytes === 0) throw new Refusal('invalid', '文件是空的，请重新选择。');
    return bytes;
  } catch (error) {
    await deleteFiles(hotline, id);
    throw error;
  }
}
