import { Refusal, type RefusalCode } from '@hotline/shared/refusal';

/** What went wrong, as it is told between threads and processes. */
export type Failure = {
  refusal?: RefusalCode;
  details?: unknown;
  code?: unknown;
  message: string;
  stack?: string | undefined;
};

/** Errors lose their class on the way. */
export const packed = (error: unknown): Failure => {
  if (error instanceof Refusal) return { refusal: error.code, message: error.message, details: error.details };
  const { message = String(error), code, stack } = error as Partial<Error> & { code?: unknown };
  return { message, code, stack };
};

export function unpacked({ refusal, details, code, message, stack }: Failure): Error {
  if (refusal) return new Refusal(refusal, message, details);
  return Object.assign(new Error(message), { code }, stack === undefined ? {} : { stack });
}
