import type { Call } from '@hotline/shared/api/client';
import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import type { TestHotline } from './hotline.ts';

export type Asked = Call<'startExport'>['body'];

/** Asks for a file and waits until it is written. */
export async function exported(h: TestHotline, username: string, asked: Asked) {
  const client = await h.as(username);
  const { id } = await client.call('startExport', { body: asked });
  let state = await client.call('export', { params: { id } });
  await expect
    .poll(
      async () => {
        state = await client.call('export', { params: { id } });
        return state.status;
      },
      { timeout: 30_000 },
    )
    .not.toBe('running');
  return state;
}

export async function download(h: TestHotline, username: string, id: string) {
  const headers = { cookie: await h.signIn(username) };
  const {
    statusCode,
    body,
    rawPayload,
    headers: told,
  } = await h.server.inject({ url: `/api/exports/${id}/file`, headers });
  return { statusCode, body, rawPayload, headers: told, refusal: () => JSON.parse(body) as { code: string } };
}

/** The file as a spreadsheet reads it: a row for each line, by column name. */
export async function sheet(h: TestHotline, username: string, asked: Asked): Promise<Record<string, string>[]> {
  const { id, status, rows, failure } = await exported(h, username, asked);
  if (status !== 'ready') throw new Error(`${status}: ${failure}`);
  const answer = await download(h, username, id);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  const lines = parse(answer.rawPayload, { bom: true, columns: true }) as Record<string, string>[];
  expect(lines.length).toBe(rows);
  return lines;
}
