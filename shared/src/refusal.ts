/** The closed set of expected failures; HTTP status and Chinese sentence for each live in one table elsewhere. */
const refusalCodes = [
  'invalid',
  'unauthenticated',
  'forbidden',
  'notFound',
  'stale',
  'wrongStatus',
  'conflict',
  'tooLarge',
  'unsupportedType',
  'idempotencyMismatch',
  'tooMany',
  'unavailable',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** The request was understood and turned down; `message` tells the person what to do next. Anything else thrown is a bug. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: unknown;
  constructor(code: RefusalCode, message: string, details?: unknown) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}
