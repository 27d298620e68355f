import { appealsByPhone } from '@hotline/db/cases/appeals';
import { citizensOf } from '@hotline/db/telephony/callers';
import type { Caller } from '@hotline/shared/api/calls';
import { maskName, maskPhone } from '@hotline/shared/citizen/masking';
import type { Actor } from '@hotline/shared/people/actor';
import { scopeOf } from '@hotline/shared/people/scope';
import { type Call, viewCall } from '@hotline/shared/telephony/call';
import type { Hotline } from '../../app/hotline.ts';

const peopleShown = 8;
const appealsShown = 20;

/** Who is known under the number of a call and what they said before, as far as the viewer may see it; names masked. */
export async function callerOf(hotline: Hotline, viewer: Actor, call: Call): Promise<Caller> {
  const { reader } = hotline.store;
  const { unreadPhone } = viewCall(call);
  const unread = unreadPhone === null ? {} : { unreadPhone };
  if (call.phone === null) return { phone: null, ...unread, people: [], appeals: [], openAppeals: 0 };
  const scope = scopeOf(viewer);
  const ofCentre = scope.centres.some((path) => call.centrePath.startsWith(path));
  const people = ofCentre ? await citizensOf(reader, call.centreId, call.phone, peopleShown) : [];
  const appeals = await appealsByPhone(reader, scope, call.centreId, call.phone, appealsShown);
  return {
    phone: maskPhone(call.phone),
    people: people.map((p) => ({
      ...p,
      appeals: Number(p.appeals),
      name: p.name === null ? null : maskName(p.name),
    })),
    appeals: appeals.map(({ identity, citizenName, ...row }) => ({
      ...row,
      citizenName: identity === 'named' && citizenName !== null ? maskName(citizenName) : null,
    })),
    openAppeals: appeals.filter((a) => a.ticketStatus !== 'closed').length,
  };
}
