import { Refusal } from '@hotline/shared/refusal';
import type { Failure } from '../processes/failure.ts';

/** What the main thread and a reader thread say to each other. */
export type ToReader =
  | { t: 'ask'; id: number; name: string; input: unknown }
  | { t: 'abort'; id: number }
  | { t: 'close' };
export type FromReader =
  | { t: 'progress'; id: number; rows: number }
  | { t: 'answer'; id: number; answer: unknown }
  | { t: 'failure'; id: number; failure: Failure };

export const stopping = () => new Refusal('unavailable', '系统正在停止，请稍后重试。');
export const interrupted = () => new Refusal('unavailable', '查询中断，请稍后重试。');
