import { audit } from '@hotline/db/people/people';
import type { Tx } from '@hotline/db/store/open';
import { changeCall, findCall, lockCalls, uncalledFrom } from '@hotline/db/telephony/calls';
import { revealedPhone } from '@hotline/shared/citizen/phoneFields';
import { Refusal } from '@hotline/shared/refusal';
import { type Call, type CallView, viewCall, wantsCallback } from '@hotline/shared/telephony/call';
import { callScopeOf, mayCallBack, seesCall } from '@hotline/shared/telephony/callScope';
import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../../app/hotline.ts';
import { serve } from '../../app/route.ts';
import type { SignedIn } from '../../sessions/signedIn.ts';
import { seenCall } from './calls.ts';
import { callLane } from './record.ts';

type Change = Parameters<typeof changeCall>[2];

/** 漏接回拨, calls that need no appeal, and the number itself. */
export function callbackRoutes(server: FastifyInstance, hotline: Hotline): void {
  serve(server, hotline, 'claimCallback', 'signedIn', ({ me, params }) =>
    change(hotline, me, params.id, (call) => {
      refuseUnlessMissed(me, call);
      if (call.callbackBy !== null && call.callbackBy !== me.person.id)
        throw new Refusal('conflict', '这个漏接电话已由同事认领回拨，请选择下一个。', { callbackBy: call.callbackBy });
      return { callbackBy: me.person.id, callbackClaimedAt: call.callbackClaimedAt ?? hotline.now() };
    }),
  );
  serve(server, hotline, 'completeCallback', 'signedIn', ({ me, params, body }) => {
    const done: Change = {
      callbackBy: me.person.id,
      callbackAt: hotline.now(),
      callbackResult: body.result,
      callbackNote: body.note ?? null,
    };
    return change(
      hotline,
      me,
      params.id,
      (call) => {
        refuseUnlessMissed(me, call);
        return done;
      },
      // Who rang three times in vain is rung back once.
      async (tx, call) => {
        if (call.phone === null || body.result === 'notReached') return;
        for (const earlier of await uncalledFrom(tx, call.centreId, call.phone, hotline.now()))
          await changeCall(tx, earlier, done);
      },
    );
  });
  serve(server, hotline, 'dismissCall', 'signedIn', ({ me, params }) =>
    change(hotline, me, params.id, (call) => {
      if (call.agentId !== me.person.id) throw new Refusal('forbidden', '只有接听人可以标记无需登记。');
      if (call.appealId !== null) throw new Refusal('conflict', '这通电话已登记诉求，不必标记。');
      return { dismissedAt: call.dismissedAt ?? hotline.now() };
    }),
  );
  serve(server, hotline, 'revealCall', 'signedIn', async ({ me, params, body }) => {
    const call = await seenCall(hotline, me, params.id);
    if (!mayCallBack(me.actor, call)) throw new Refusal('forbidden', '您没有查看来电号码的权限。');
    await auditCall(hotline, me, 'revealCall', call, body.purpose);
    return revealedPhone(call);
  });
}

export async function auditCall(
  hotline: Hotline,
  me: SignedIn,
  act: 'revealCall' | 'playRecording',
  call: Call,
  purpose: string,
): Promise<void> {
  await hotline.writer.write(async (tx) => {
    await audit(tx, { at: hotline.now(), personId: me.person.id, act, subjectId: call.id, purpose });
    return { result: undefined, events: [], deltas: [] };
  });
}

async function change(
  hotline: Hotline,
  me: SignedIn,
  id: string,
  decide: (call: Call) => Change,
  then: (tx: Tx, call: Call) => Promise<void> = async () => undefined,
): Promise<CallView> {
  const { result } = await hotline.writer.write(async (tx) => {
    await lockCalls(tx);
    const call = await findCall(tx, id);
    if (!call || !seesCall(callScopeOf(me.actor), call)) throw new Refusal('notFound', '没有这通电话，或您无权查看。');
    await changeCall(tx, call, decide(call));
    await then(tx, call);
    return { result: await findCall(tx, id), events: [], deltas: [] };
  }, callLane);
  hotline.calls.changed();
  if (!result) throw new Error(`call ${id} is gone`);
  return viewCall(result);
}

function refuseUnlessMissed(me: SignedIn, call: Call): void {
  if (!mayCallBack(me.actor, call)) throw new Refusal('forbidden', '您没有回拨漏接电话的权限。');
  if (!wantsCallback(call)) throw new Refusal('wrongStatus', '这通电话不需要回拨，或已回拨完毕。');
}
