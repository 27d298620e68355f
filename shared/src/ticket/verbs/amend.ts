import * as Type from 'typebox';
import { centre } from '../../people/permissions.ts';
import { Refusal } from '../../refusal.ts';
import { Id, oneOf, orNull, RegionCode, text } from '../../schema.ts';
import { hasRunOut } from '../clocks/clock.ts';
import { withPromise } from '../clocks/columns.ts';
import { relimited } from '../clocks/counting.ts';
import { promiseOf } from '../clocks/promise.ts';
import { dispatchedSooner, raiseUrgency } from '../clocks/urgency.ts';
import type { Appeal } from '../model/appeal.ts';
import { appealChildId, type Case, openAppeals, replace } from '../model/case.ts';
import type { Note } from '../model/children.ts';
import { kinds, services, urgencies } from '../model/ticket.ts';
import { againstOf, dispatchesOfComplainedOf } from '../steps/against.ts';
import { endDispatches } from '../steps/ending.ts';
import { unknownNamed } from '../steps/named.ts';
import { type Moment, ticketVerb } from '../verb.ts';
import { refuse } from '../why.ts';

/** 修改: before dispatch the promise is recomputed from when the appeal was received; later no clock is ever lengthened. */
export const amend = ticketVerb(
  {
    /** Whose words, place or body complained of; left out: the leading appeal's. */
    appealId: Type.Optional(Id),
    title: Type.Optional(text(120, 2)),
    kind: Type.Optional(oneOf(kinds)),
    service: Type.Optional(oneOf(services)),
    urgency: Type.Optional(oneOf(urgencies)),
    categoryId: Type.Optional(orNull(Id)),
    regionCode: Type.Optional(orNull(RegionCode)),
    address: Type.Optional(orNull(Type.String({ maxLength: 200 }))),
    content: Type.Optional(text(8000, 2)),
    againstDepartmentId: Type.Optional(orNull(Id)),
  },
  {
    term: '修改',
    termEn: 'Amend',
    timeline: { zh: '{who}修改{fields}', en: '{who} amended {fields}' },
    citizen: 'notTold',
    button: { prominence: 'secondary', key: 'e', batch: false, afterwards: 'stay' },
    from: ['awaitingDispatch', 'awaitingCitizen', 'handling'],
    by: centre('agent', 'dispatcher'),
    ready: (c) => (openAppeals(c).length === 0 ? 'appealNotOpen' : undefined),
    change: (c, _, { appealId, ...input }, m) => {
      if (Object.keys(input).length === 0) return refuse('nothingChanged');
      const unknown = unknownNamed(input, c.ticket.centreId, m.directory);
      if (unknown) return refuse(unknown);
      const open = openAppeals(c);
      const about = appealId === undefined ? open[0] : open.find((a) => a.id === appealId);
      if (!about) return refuse('appealNotOpen');
      const { address, content, againstDepartmentId, urgency, categoryId, ...shared } = input;
      const ofAppeal = { address, content, againstDepartmentId, ...shared };
      const amended: Appeal = { ...about, ...given(ofAppeal) };
      const appeals = replace(c.appeals, amended);
      const againstPath = againstDepartmentId === undefined ? c.ticket.againstPath : againstOf(appeals, m);
      if (againstPath instanceof Refusal) return againstPath;
      const ticket = {
        ...c.ticket,
        ...given({ urgency, categoryId, ...(about === open[0] ? shared : {}) }),
        againstPath,
      };
      const notes = amended.content === about.content ? c.notes : [...c.notes, oldWords(c, about, m)];
      return keptAway(withClocks({ ...c, ticket, appeals, notes }, c, m), m);
    },
  },
);

/** What was given of it; a thing left out is no change. */
const given = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

function withClocks(c: Case, before: Case, m: Moment): Case {
  const raised = urgencies.indexOf(c.ticket.urgency) > urgencies.indexOf(before.ticket.urgency);
  if (c.ticket.firstDispatchedAt !== null) return raised ? { ...c, dispatches: raiseUrgency(c, m) } : c;
  const appeals = c.appeals.map((a) => promisedAgain(c, a, before, m));
  return { ...c, appeals, ticket: raised ? dispatchedSooner(c.ticket, m) : c.ticket };
}

/** Only what the rules look at counts a promise anew, and none that was broken already is mended by it. */
function promisedAgain(c: Case, a: Appeal, before: Case, m: Moment): Appeal {
  const { urgency, categoryId } = c.ticket;
  const then = before.appeals.find((x) => x.id === a.id);
  const isSame =
    urgency === before.ticket.urgency &&
    categoryId === before.ticket.categoryId &&
    a.kind === then?.kind &&
    a.service === then.service;
  if (a.status !== 'open' || isSame) return a;
  const { kind, service, channel, promiseClock: was } = a;
  const promise = relimited(was, promiseOf({ ...c.ticket, kind, service, channel }, a.receivedAt, m), m.calendar, m.at);
  return hasRunOut(was, m.at) && promise.dueAt > was.dueAt ? a : withPromise(a, promise, m);
}

/** Once it is known whom an appeal complains of, the dispatches of that body and below it end; without a lead it is dispatched anew. */
function keptAway(c: Case, m: Moment): Case {
  const theirs = dispatchesOfComplainedOf(c);
  if (theirs.length === 0) return c;
  const ids = theirs.map((d) => d.id);
  const ended = { ...c, ...endDispatches(c, ids, m) };
  const isLead = theirs.some((d) => d.role === 'lead' && d.parentId === null);
  return {
    ...ended,
    // Theirs that had answered already end as well: nothing that comes of this matter is to rest on it.
    dispatches: ended.dispatches.map((d) =>
      ids.includes(d.id) && d.status === 'replied' ? { ...d, status: 'released', endedAt: m.at } : d,
    ),
    ticket: isLead ? { ...ended.ticket, status: 'awaitingDispatch' } : ended.ticket,
  };
}

/** The words as they were first taken down stay on record, at the centre. */
const oldWords = (c: Case, a: Appeal, m: Moment): Note => ({
  id: appealChildId(a.id, 'n', c.notes),
  ticketId: c.ticket.id,
  dispatchId: null,
  appealId: a.id,
  kind: 'amendment',
  text: a.content,
  by: m.actor.id,
  at: m.at,
});
