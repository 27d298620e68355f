import * as Type from 'typebox';
import { Watch } from './figures.ts';
import { At } from './presence.ts';

/** A client's place in the log: everything addressed to this person up to `seq` has arrived. */
export type Cursor = Type.Static<typeof Cursor>;
export const Cursor = closed({ epoch: epoch(), scopeVersion: count(), seq: count() });

const Hello = closed({
  t: Type.Literal('hello'),
  cursor: Type.Union([Cursor, Type.Null()]),
  subscribe: topics(),
});

const Subscribe = closed({ t: Type.Literal('subscribe'), subscribe: topics() });

const Ping = closed({ t: Type.Literal('ping') });

export type ClientFrame = Type.Static<typeof ClientFrame>;
export const ClientFrame = Type.Union([Hello, Subscribe, Ping, At, Watch]);

/** What changed between `from` (the client's position) and `to` (the head) follows as `ev` frames. */
export type Resume = Type.Static<typeof Resume>;
export const Resume = closed({
  t: Type.Literal('resume'),
  from: count(),
  to: count(),
  epoch: epoch(),
  scopeVersion: count(),
});

export type ResetReason = Type.Static<typeof ResetReason>;
export const ResetReason = Type.Enum(['first', 'epoch', 'scope', 'tooFar', 'retention', 'ahead']);

/** Nothing the client holds may be built upon: it reads again, and the frames that follow start after `seq`. */
export type Reset = Type.Static<typeof Reset>;
export const Reset = closed({
  t: Type.Literal('reset'),
  reason: ResetReason,
  epoch: epoch(),
  scopeVersion: count(),
  seq: count(),
});

/** A ticket came into view or changed (`up`), or left this person's sight (`rm`). */
export type Ev<Row = unknown> = {
  t: 'ev';
  seq: number;
  /** The `seq` of the frame before this one on this connection: the global `seq` has holes for a filtered viewer. */
  prev: number;
  op: 'up' | 'rm';
  id: string;
  version: number;
  /** The viewer's projection now, so it may be newer than `version`; absent: read the ticket if you show it. */
  row?: Row;
};
const evOf = <Row extends Type.TSchema>(row: Row) =>
  closed({
    t: Type.Literal('ev'),
    seq: count(),
    prev: count(),
    op: Type.Enum(['up', 'rm']),
    id: Type.String({ minLength: 1, maxLength: 64 }),
    version: count(),
    row: Type.Optional(row),
  });

/** `upTo`: the last `seq` addressed to this connection, so that a lost last frame is noticed too. */
export type Heartbeat = Type.Static<typeof Heartbeat>;
export const Heartbeat = closed({ t: Type.Literal('hb'), upTo: count(), now: Type.String({ maxLength: 32 }) });

/** The server is about to close; `retryAfter` in seconds. */
export type Bye = Type.Static<typeof Bye>;
export const Bye = closed({ t: Type.Literal('bye'), code: count(), retryAfter: count() });

export type ServerFrame<Row = unknown> = Resume | Reset | Ev<Row> | Heartbeat | Bye;
export const serverFrameOf = <Row extends Type.TSchema>(row: Row) =>
  Type.Union([Resume, Reset, evOf(row), Heartbeat, Bye]);

function closed<Fields extends Type.TProperties>(fields: Fields) {
  return Type.Object(fields, { additionalProperties: false });
}
function count() {
  return Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
}
function epoch() {
  return Type.String({ minLength: 1, maxLength: 64 });
}
/** `calls` and `desks`. Anything else is told by nobody: a console of another version may still name it. */
function topics() {
  return Type.Array(Type.String({ minLength: 1, maxLength: 80 }), { maxItems: 200 });
}
