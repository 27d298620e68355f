import { citizenById } from '@hotline/db/telephony/callers';
import { findCall } from '@hotline/db/telephony/calls';
import type { Actor } from '@hotline/shared/people/actor';
import { Refusal } from '@hotline/shared/refusal';
import type { Call } from '@hotline/shared/telephony/call';
import { callScopeOf, seesCall } from '@hotline/shared/telephony/callScope';
import type { NewAppeal } from '@hotline/shared/ticket/log';
import type { Hotline } from '../app/hotline.ts';

/** Number and name of the citizen, and the call they come from. */
export type Whose = { phone: string | null; name: string | null; call: Call | null };

/**
 * Whoever logs from a call sees number and name only masked: the number is then the call's, the name that of the person
 * chosen among those known under it. What was typed comes first, and a citizen who stays anonymous leaves no number.
 * @throws Refusal `invalid` for a person who is not known under this number.
 */
export async function citizenOf(
  hotline: Hotline,
  { actor, centreId, input }: { actor: Actor; centreId: string; input: NewAppeal },
  typed: string | null,
): Promise<Whose> {
  const { citizen, callId } = input;
  const call = callId ? await ownCall(hotline, actor, centreId, callId) : null;
  const phone = typed ?? (citizen.identity === 'anonymous' ? null : (call?.phone ?? null));
  if (citizen.name || !citizen.citizenId) return { phone, name: citizen.name ?? null, call };
  const known = await citizenById(hotline.store.reader, citizen.citizenId);
  if (!known || known.centreId !== centreId || known.phone !== phone)
    throw new Refusal('invalid', '所选的来电人与号码不符，请重新选择来电人或填写姓名。', [
      { path: '/citizen/citizenId' },
    ]);
  return { phone, name: known.name, call };
}

/** A call of another centre, or one the telephone system has not told us of, stays a mere reference. */
async function ownCall(hotline: Hotline, actor: Actor, centreId: string, id: string): Promise<Call | null> {
  const call = await findCall(hotline.store.reader, id);
  return call && call.centreId === centreId && seesCall(callScopeOf(actor), call) ? call : null;
}
