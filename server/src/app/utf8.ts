import { isUtf8 } from 'node:buffer';
import { Refusal } from '@hotline/shared/refusal';
import type { FastifyInstance } from 'fastify';

/** JSON as it is everywhere, from bytes that must be UTF-8. `seen` hears of the bytes of each request. */
export function readJsonAsUtf8(server: FastifyInstance, seen?: (request: object, body: Buffer) => void): void {
  const read = server.getDefaultJsonParser('error', 'error');
  server.removeContentTypeParser('application/json');
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, parsed) => {
    seen?.(request, body);
    if (isUtf8(body)) void read(request, body.toString('utf8'), parsed);
    else parsed(notUtf8());
  });
}

/**
 * The fields of a form (`application/x-www-form-urlencoded`), one text each; of a repeated field the first.
 * @throws Refusal `invalid` for another encoding, and for a character that cannot be kept.
 */
export function readForm(body: Buffer): Record<string, string> {
  const fields = new Map<string, string>();
  for (const pair of utf8Of(body).split('&')) {
    const [name = '', ...rest] = pair.split('=');
    if (name !== '' && !fields.has(decoded(name))) fields.set(decoded(name), decoded(rest.join('=')));
  }
  return Object.fromEntries(fields);
}

function decoded(text: string): string {
  // A `%` without two hex digits behind it is only a sign.
  const parts = text.replaceAll('+', ' ').split(/((?:%[0-9a-f]{2})+)/i);
  const bytes = parts.map((part, i) =>
    i % 2 === 0 ? Buffer.from(part) : Buffer.from(part.replaceAll('%', ''), 'hex'),
  );
  const words = utf8Of(Buffer.concat(bytes));
  if (words.includes('\0')) throw new Refusal('invalid', '内容里含有无法保存的字符，请删除后重新提交。');
  return words;
}

function utf8Of(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw notUtf8();
  return bytes.toString('utf8');
}

/** Half of the words would be lost. */
const notUtf8 = () =>
  new Refusal(
    'invalid',
    '内容不是 UTF-8 编码，文字无法辨认，没有保存。请改用 UTF-8 编码（不是 GBK 或 GB18030）后重新提交。',
  );
