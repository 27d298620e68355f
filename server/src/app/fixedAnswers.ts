import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** An answer as it goes over the line, by the encoding a browser takes: all made when it is first sent. */
type Fixed = { readonly etag: string; bodies?: Promise<ReadonlyMap<string, Buffer>> };
const known = new WeakMap<object, Fixed>();

/**
 * Says that this object never changes, so whoever asks gets the same bytes: its text, its check against the contract and
 * its compression are paid once, and nothing but a head is sent to whoever has it. `version` is another when it is.
 */
export function fixedAnswer<T extends object>(answer: T, version: string): T {
  if (!known.has(answer)) known.set(answer, { etag: `W/"${version}"` });
  return answer;
}

/** Sends a fixed answer, as `inContract` has it; false: it is none. */
export async function sendFixed(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: unknown,
  inContract: () => unknown,
): Promise<boolean> {
  const fixed = typeof answer === 'object' && answer !== null ? known.get(answer) : undefined;
  if (!fixed) return false;
  void reply.header('etag', fixed.etag).header('cache-control', 'private, no-cache').header('vary', 'accept-encoding');
  if (request.headers['if-none-match']?.includes(fixed.etag)) {
    void reply.code(304).send();
    return true;
  }
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const encoding = encodings.find((name) =>
    new RegExp(`\\b${name}\\b(?!\\s*;\\s*q=0(?:\\.0*)?(?:,|$))`).test(accepted),
  );
  fixed.bodies ??= pack(inContract());
  const body = (await fixed.bodies).get(encoding ?? 'identity');
  void reply
    .header('content-encoding', encoding ?? 'identity')
    .type('application/json; charset=utf-8')
    .send(body);
  return true;
}

/** The smaller first. */
const encodings = ['br', 'gzip'];

async function pack(answer: unknown): Promise<Map<string, Buffer>> {
  const text = Buffer.from(JSON.stringify(answer));
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: text.length, [constants.BROTLI_PARAM_QUALITY]: 9 };
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(text, { params }),
    promisify(gzip)(text, { level: 9 }),
  ]);
  return new Map([
    ['identity', text],
    ['br', br],
    ['gzip', gz],
  ]);
}
