import { Refusal, type RefusalCode } from '@hotline/shared/refusal';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** HTTP status of each refusal: the one table. */
export const statusOf: Record<RefusalCode, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  stale: 409,
  wrongStatus: 409,
  conflict: 409,
  tooLarge: 413,
  unsupportedType: 415,
  idempotencyMismatch: 422,
  tooMany: 429,
  unavailable: 503,
};

/** Expected failure keeps its words; anything else is a bug and becomes 500 without detail. */
export function handleErrors(server: FastifyInstance): void {
  server.setErrorHandler((error: FastifyError | Refusal, request, reply) => {
    const refusal = error instanceof Refusal ? error : refusalFrom(error);
    if (!refusal) {
      request.log.error(error);
      return reply.code(500).send({ code: 'internal', message: '系统出现错误，我们已经记录。请稍后重试。' });
    }
    if (statusOf[refusal.code] === 429 || statusOf[refusal.code] === 503) retryLater(reply, refusal);
    const details = refusal.details === undefined ? {} : { details: refusal.details };
    return reply.code(statusOf[refusal.code]).send({ code: refusal.code, message: refusal.message, ...details });
  });
  server.setNotFoundHandler((_, reply) => reply.code(404).send({ code: noAddress.code, message: noAddress.message }));
}

/** When to come back, in whole seconds: what the refusal or the quota that turned it down says, else a moment. */
export function retryLater(reply: FastifyReply, refusal: Refusal): void {
  const seconds = (refusal.details as { retryAfter?: number } | undefined)?.retryAfter;
  if (seconds !== undefined) void reply.header('retry-after', String(Math.max(1, Math.ceil(seconds))));
  else if (!reply.hasHeader('retry-after')) void reply.header('retry-after', '5');
}

/** Addresses the router itself cannot read, in the same words as all others. */
export function answerBadAddress(error: FastifyError, _: FastifyRequest, reply: FastifyReply): void {
  const refusal = error.statusCode === 414 ? noAddress : new Refusal('invalid', '这个地址不正确，请检查后重试。');
  void reply.code(statusOf[refusal.code]).send({ code: refusal.code, message: refusal.message });
}

const noAddress = new Refusal('notFound', '没有这个地址，请检查后重试。');

/** What Fastify and the store say, in our own words; undefined = a bug. */
function refusalFrom(error: FastifyError): Refusal | undefined {
  const cause = (error as { validation?: unknown }).validation ? error : undefined;
  if (cause) return new Refusal('invalid', '提交的内容不符合要求，请检查后重试。');
  if (isOutOfReach(error)) {
    return new Refusal('unavailable', '系统暂时无法保存，请稍后重试；您填写的内容请勿关闭。');
  }
  if (error.statusCode === 413) return new Refusal('tooLarge', '提交的内容太大，请减少后重试。');
  if (error.statusCode === 415)
    return new Refusal('unsupportedType', '不支持这种内容类型，请以 application/json 提交。');
  if (error.statusCode === 429) return new Refusal('tooMany', '操作过于频繁，请稍后重试。');
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500)
    return new Refusal('invalid', '请求格式不正确，请检查后重试。');
  return undefined;
}

/**
 * The store is full, busy, starting, stopping or not there: SQLite's own codes; PostgreSQL's classes 08 (connection), 53
 * (resources) and 57P (shutdown); a socket that could not be opened or broke.
 */
function isOutOfReach(error: FastifyError): boolean {
  const code = String(error.code ?? '');
  if (/^SQLITE_(FULL|BUSY|LOCKED|IOERR|CANTOPEN)/.test(code) || /^(08...|53...|57P0[1-5])$/.test(code)) return true;
  if (/^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND)$/.test(code)) return true;
  // node-postgres says these two in words only.
  return /^(Connection terminated|timeout exceeded when trying to connect)/.test(error.message);
}
