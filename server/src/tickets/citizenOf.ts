import { type LeftNumber, numbersOf } from '@hotline/db/cases/citizens';
import { citizenById } from '@hotline/db/telephony/callers';
import { findCall } from '@hotline/db/telephony/calls';
import { noPhone, type PhoneFields, phoneFields } from '@hotline/shared/citizen/phoneFields';
import { readPhones } from '@hotline/shared/citizen/readPhones';
import type { Actor } from '@hotline/shared/people/actor';
import { areaCodeOf } from '@hotline/shared/people/directory';
import { Refusal } from '@hotline/shared/refusal';
import type { Call } from '@hotline/shared/telephony/call';
import { callScopeOf, seesCall } from '@hotline/shared/telephony/callScope';
import type { NewAppeal } from '@hotline/shared/ticket/log';
import type { Hotline } from '../app/hotline.ts';

/** Number and name of the citizen, every number he left, who he is where somebody said so, and the call they come from. */
export type Whose = {
  number: PhoneFields;
  numbers: LeftNumber[];
  name: string | null;
  known: string | null;
  call: Call | null;
};

/**
 * Whoever logs from a call sees number and name only masked: the number is then the call's, the name that of the person
 * chosen among those known under it. What was typed comes first, and a citizen who stays anonymous leaves no number. A
 * number that cannot be read is kept as it was typed.
 * @throws Refusal `invalid` for a person who is known neither under the number of the call nor under the one typed.
 */
export async function citizenOf(
  hotline: Hotline,
  { actor, centreId, input }: { actor: Actor; centreId: string; input: NewAppeal },
): Promise<Whose> {
  const { citizen, callId } = input;
  const areaCode = areaCodeOf(hotline.catalog.directory(), centreId);
  const call = callId ? await ownCall(hotline, actor, centreId, callId) : null;
  const typed = phoneFields(citizen.phone, areaCode);
  const ofCall = citizen.identity === 'anonymous' || call === null ? noPhone : numberOfCall(call);
  const number = typed.phoneRaw === null ? ofCall : typed;
  const numbers = number.phoneRaw === null ? [] : readPhones(number.phoneRaw, areaCode);
  const left = numbers.map((one): LeftNumber => ({ ...one, raw: number.phoneRaw ?? one.phone }));
  const whose = { number, numbers: left, call, known: null };
  if (citizen.name || !citizen.citizenId) return { ...whose, name: citizen.name ?? null };
  const known = await citizenById(hotline.store.reader, citizen.citizenId);
  const theirs = known?.centreId === centreId ? await numbersOf(hotline.store.reader, known.id) : [];
  if (!known || ![number.phone, ofCall.phone].some((phone) => phone !== null && theirs.includes(phone)))
    throw new Refusal('invalid', '所选的来电人与号码不符，请重新选择来电人或填写姓名。', [
      { path: '/citizen/citizenId' },
    ]);
  return { ...whose, name: known.name, known: known.id };
}

/** Calls of before the exchange's own words were kept have only the number. */
const numberOfCall = ({ phone, phoneExtension, phoneRaw }: Call): PhoneFields => ({
  phone,
  phoneExtension,
  phoneRaw: phoneRaw ?? phone,
});

/** A call of another centre, or one the telephone system has not told us of, stays a mere reference. */
async function ownCall(hotline: Hotline, actor: Actor, centreId: string, id: string): Promise<Call | null> {
  const call = await findCall(hotline.store.reader, id);
  return call && call.centreId === centreId && seesCall(callScopeOf(actor), call) ? call : null;
}
