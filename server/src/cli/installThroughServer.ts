import { readFileSync } from 'node:fs';
import { Refusal } from '@hotline/shared/refusal';
import type { FirstPassword } from '../installation/install.ts';

/** Lets the running server, which holds the store, write what the workbook says. @throws Error with its sentence */
export async function installThroughServer(server: string, code: string, file: string): Promise<FirstPassword[]> {
  const url = new URL('/api/installation', server);
  const headers = { 'content-type': 'application/octet-stream', 'x-installation-code': code };
  const answer = await fetch(url, { method: 'POST', headers, body: readFileSync(file) }).catch(() => {
    throw new Refusal('unavailable', `连不上 ${server}，请核对地址，并确认服务正在运行。`);
  });
  const body = (await answer.json().catch(() => ({}))) as { message?: string; passwords?: FirstPassword[] };
  if (!answer.ok) throw new Refusal('invalid', body.message ?? `服务没有接受（${answer.status}）。`);
  return body.passwords ?? [];
}
