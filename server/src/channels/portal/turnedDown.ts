import { Refusal } from '@hotline/shared/refusal';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { retryLater, statusOf } from '../../app/errors.ts';

/** What the citizen reads when a call failed: a refusal's own sentence, or a plain one for a fault of ours, which is logged. */
export function turnedDown(
  error: unknown,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  kept: string,
): { message: string; status: number } {
  if (error instanceof Refusal) {
    if (statusOf[error.code] === 429) retryLater(reply, error);
    const moved = error.code === 'wrongStatus' || error.code === 'stale';
    return { message: moved ? movedOn : error.message, status: statusOf[error.code] };
  }
  request.log.error(error);
  return { message: `系统暂时出了问题，${kept}。请稍后再试，或拨打 12345。`, status: 500 };
}

// The verbs' own sentence speaks to staff, of tickets and statuses.
const movedOn = '这件诉求的办理情况已有变化，现在不能这样操作。请看下面的最新进展。';
