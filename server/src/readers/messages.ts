import { Refusal, type RefusalCode } from '@hotline/shared/refusal';

/** What the main thread and a reader thread say to each other. */
export type ToReader =
  | { t: 'ask'; id: number; name: string; input: unknown }
  | { t: 'abort'; id: number }
  | { t: 'close' };
export type FromReader =
  | { t: 'progress'; id: number; rows: number }
  | { t: 'answer'; id: number; answer: unknown }
  | { t: 'failure'; id: number; failure: Failure };

type Failure = {
  refusal?: RefusalCode;
  details?: unknown;
  code?: unknown;
  message: string;
  stack?: string | undefined;
};

/** Errors lose their class on the way between threads. */
export const packed = (error: unknown): Failure => {
  if (error instanceof Refusal) return { refusal: error.code, message: error.message, details: error.details };
  const { message = String(error), code, stack } = error as Partial<Error> & { code?: unknown };
  return { message, code, stack };
};

export function unpacked({ refusal, details, code, message, stack }: Failure): Error {
  if (refusal) return new Refusal(refusal, message, details);
  return Object.assign(new Error(message), { code }, stack === undefined ? {} : { stack });
}

export const stopping = () => new Refusal('unavailable', '系统正在停止，请稍后重试。');
export const interrupted = () => new Refusal('unavailable', '查询中断，请稍后重试。');
