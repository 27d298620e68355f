import * as Type from 'typebox';
import { maskPhone, maskUnreadPhone } from '../citizen/masking.ts';
import { Phone, PhoneExtension, PhoneText } from '../citizen/phone.ts';
import { Id, Instant, OrganisationPath, object, oneOf, orNull, text, Version } from '../schema.ts';
import { said } from './report.ts';
import { directions } from './signal.ts';

const callStatuses = ['ringing', 'talking', 'held', 'ended'] as const;

/** How an ended call went: `abandoned` = the caller hung up first, `missed` = nobody of us took it. */
const callOutcomes = ['answered', 'abandoned', 'missed'] as const;
export type CallOutcome = (typeof callOutcomes)[number];

/** How calling a missed caller back went; `calledAgain`: the citizen got through himself before we called. */
export const callbackResults = ['reached', 'notReached', 'notNeeded', 'calledAgain'] as const;

/** What whoever rang back writes down. */
export const CallbackNote = text(500);

/** What the telephone system told us of one call, folded from its signals. */
const facts = {
  direction: oneOf(directions),
  phone: orNull(Phone),
  phoneExtension: orNull(PhoneExtension),
  /** As the exchange sent it, above all where no number could be read. */
  phoneRaw: orNull(PhoneText),
  line: orNull(said.number),
  queue: orNull(said.queue),
  /** Who has it, or had it last. */
  agentId: orNull(Id),
  status: oneOf(callStatuses),
  /** Whose telephones ring now. */
  ringing: Type.Array(Id),
  /** Whoever it was ever put to. */
  addressed: Type.Array(Id),
  ringingAt: Instant,
  answeredAt: orNull(Instant),
  /** How long the caller waited for an answer, or until the end without one; null while the telephone rings. */
  waitMs: orNull(Type.Integer({ minimum: 0 })),
  heldAt: orNull(Instant),
  /** Whole holds so far, without the one that runs. */
  holdMs: Type.Integer({ minimum: 0 }),
  endedAt: orNull(Instant),
  outcome: orNull(oneOf(callOutcomes)),
  cause: orNull(said.cause),
  recording: orNull(said.recording),
} as const;
export const CallFacts = object(facts);
export type CallFacts = Type.Static<typeof CallFacts>;

/** One telephone call of a centre. A call is no ticket: it has no life cycle of verbs, only what happened. */
export const Call = object({
  id: Id,
  centreId: Id,
  centrePath: OrganisationPath,
  /** By which way we hear of it: only that one may say that it is lost. */
  source: Type.String({ maxLength: 40 }),
  ...facts,
  /** The first appeal logged from it, or when somebody said that none is needed. */
  appealId: orNull(Id),
  dismissedAt: orNull(Instant),
  /** 漏接回拨: who took it on, and how it went. */
  callbackBy: orNull(Id),
  callbackClaimedAt: orNull(Instant),
  callbackAt: orNull(Instant),
  callbackResult: orNull(oneOf(callbackResults)),
  callbackNote: orNull(CallbackNote),
  version: Version,
  /** Its place among all changes of calls: what the live stream of calls counts. */
  seq: Type.Integer({ minimum: 0 }),
});
export type Call = Type.Static<typeof Call>;

const {
  centrePath: _path,
  source: _source,
  addressed: _addressed,
  recording: _recording,
  phoneExtension: _extension,
  phoneRaw: _raw,
  ...open
} = Call.properties;

/** A call as people see it, in lists and live frames alike: the number masked for everybody, the recording only as a fact. */
export const CallView = object({
  ...open,
  /** What the exchange sent where no number could be read, masked. */
  unreadPhone: Call.properties.phoneRaw,
  hasRecording: Type.Boolean(),
});
export type CallView = Type.Static<typeof CallView>;

export function viewCall({
  centrePath,
  source,
  addressed,
  recording,
  phoneExtension,
  phoneRaw,
  ...call
}: Call): CallView {
  return {
    ...call,
    phone: call.phone === null ? null : maskPhone(call.phone),
    unreadPhone: call.phone !== null || phoneRaw === null ? null : maskUnreadPhone(phoneRaw),
    hasRecording: recording !== null,
  };
}

/** Nobody of us spoke to the caller, it is over, and there is a number to ring: it wants to be called back. */
export const wantsCallback = (call: Pick<Call, 'direction' | 'outcome' | 'callbackAt' | 'phone'>) =>
  isMissed(call) && call.callbackAt === null && call.phone !== null;

export const isMissed = (call: Pick<Call, 'direction' | 'outcome'>) =>
  call.direction === 'in' && (call.outcome === 'abandoned' || call.outcome === 'missed');
