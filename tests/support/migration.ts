import type { ImportRun } from '@hotline/shared/api/imports';
import type { Mapping } from '@hotline/shared/imports/mapping';
import type { TestHotline } from './hotline.ts';

/** Sends a file to the migration desk and waits until it was read. */
export async function sendFile(h: TestHotline, who: string, fileName: string, bytes: Uint8Array, centreId?: string) {
  const query = new URLSearchParams({ fileName, ...(centreId ? { centreId } : {}) });
  const answer = await h.server.inject({
    method: 'POST',
    url: `/api/imports?${query}`,
    headers: { cookie: await h.signIn(who), 'content-type': 'application/octet-stream' },
    payload: Buffer.from(bytes),
  });
  if (answer.statusCode !== 201) throw new Error(`${answer.statusCode} ${answer.body}`);
  return settled(h, who, answer.json<ImportRun>().id);
}

/** The run once nobody works on it any more. */
export async function settled(h: TestHotline, who: string, id: string): Promise<ImportRun> {
  const client = await h.as(who);
  for (;;) {
    const run = await client.call('importRun', { params: { id } });
    if (!['reading', 'checking', 'running', 'undoing'].includes(run.state)) return run;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export async function bringIn(h: TestHotline, who: string, id: string, mapping: Mapping): Promise<ImportRun> {
  await (await h.as(who)).call('startImport', { params: { id }, body: { mapping } });
  return settled(h, who, id);
}
