import type { FastifyInstance, FastifyRequest } from 'fastify';
import type * as Type from 'typebox';
import { inShape } from './inShape.ts';
import { compiled } from './validation.ts';

declare module 'fastify' {
  interface FastifyInstance {
    misfits: Misfits;
  }
}

/** Answers that were not in the contract since the server began, by operation: each is a bug, and none stops work. */
type Misfits = { readonly counts: ReadonlyMap<string, number>; add(operationId: string): void };

/** Puts the one count of a server on it, before its routes. */
export function countMisfits(server: FastifyInstance): void {
  const counts = new Map<string, number>();
  const misfits: Misfits = {
    counts,
    add: (operationId) => counts.set(operationId, (counts.get(operationId) ?? 0) + 1),
  };
  server.decorate('misfits', misfits);
}

/**
 * The answer as it may leave. One that is not in the contract belongs to work that may be committed already: refusing it
 * would have the work done again, so it leaves in the contract's shape, without what the contract does not name, and is
 * logged (places and reasons, never values) and counted.
 */
export function answerInContract(
  request: FastifyRequest,
  operationId: string,
  schema: Type.TSchema,
  answer: unknown,
): unknown {
  const allowed = compiled(schema)();
  if (allowed.Check(answer)) return answer;
  const wrong = [...allowed.Errors(answer)].slice(0, 5).map((e) => `${e.instancePath} ${e.message}`);
  request.log.error({ operationId, wrong }, 'an answer is not in the contract');
  request.server.misfits.add(operationId);
  return inShape(schema, answer);
}

/** How many misfits there were, by operation. */
export const misfitsOf = (server: FastifyInstance): Readonly<Record<string, number>> =>
  Object.fromEntries(server.misfits.counts);
