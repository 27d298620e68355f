import type { AuditAct } from '@hotline/shared/api/admin/audit';
import type { Export } from '@hotline/shared/api/exports';
import type { ImportState } from '@hotline/shared/api/imports';
import type { Phrase } from '@hotline/shared/api/phrases';
import type { FactsOf } from '@hotline/shared/figures/facts/index';
import type { Article, ArticleChange, ArticleReport } from '@hotline/shared/knowledge/article';
import type { ArticleFile } from '@hotline/shared/knowledge/file';
import type { Actor } from '@hotline/shared/people/actor';
import type { Audience } from '@hotline/shared/people/scope';
import type { Call } from '@hotline/shared/telephony/call';
import type { Seat } from '@hotline/shared/telephony/seat';
import type { Signal } from '@hotline/shared/telephony/signal';
import type { Appeal } from '@hotline/shared/ticket/model/appeal';
import type {
  Callback,
  Card,
  Citation,
  Note,
  Order,
  Pause,
  Reply,
  Request,
  Urge,
} from '@hotline/shared/ticket/model/children';
import type { Dispatch } from '@hotline/shared/ticket/model/dispatch';
import type { Ticket } from '@hotline/shared/ticket/model/ticket';
import type { KeptOriginal } from '@hotline/shared/ticket/originals';
import type { Generated } from 'kysely';
import type { WithClockText } from './clockColumns.ts';
import type {
  FollowerRow,
  HotspotRow,
  MentionRow,
  ModelRow,
  NearBandRow,
  RoutedRow,
  SavedViewRow,
  SearchDocRow,
} from './findingRows.ts';
import type {
  ApiKeyRow,
  CategoryRow,
  CentreRow,
  DepartmentRow,
  GrantRow,
  PersonRow,
  RegionRow,
  SessionRow,
} from './organisationRows.ts';
import type { BulletinRow, CounterChangeRow, PublishedFigureRow, PublishedScoreRow } from './publishedRows.ts';
import type { CalendarRow, CorrectionRow, RuleSetRow, SchemeSetRow } from './versionRows.ts';

/** Facts of a member of the figures as they were until then: see shared/figures/cells.ts. */
type Until = { untilAt: string };

/** Row = domain type; `n` is the store's own key: insertion order, keyset tie-breaker, full-text rowid. */
type Row<T> = T & { n: Generated<number> };

type CitizenRow = {
  id: string;
  centreId: string;
  /** The first one; `citizenNumber` has all. */
  phone: string | null;
  name: string | null;
  /** What the name is compared by (shared/text/foldText). */
  nameKey: string | null;
  createdAt: string;
};
type CitizenNumberRow = {
  id: string;
  citizenId: string;
  centreId: string;
  phone: string | null;
  extension: string | null;
  raw: string;
  addedAt: string;
};
/** The two lists of people are kept as JSON; db/src/calls.ts reads and writes them. */
export type CallRow = Omit<Call, 'ringing' | 'addressed'> & { ringing: string; addressed: string };
type CallSignalRow = Signal & { callId: string; key: string; receivedAt: string };
type CallHeadRow = { id: string; seq: number };
export type TelephonyTokenRow = {
  id: string;
  centreId: string;
  name: string;
  tokenHash: string;
  /** Not a hash: a signature is computed with it. Null where the caller does not sign. */
  hmacSecret: string | null;
  createdAt: string;
  createdBy: string;
  revokedAt: string | null;
};
export type EventRow = {
  seq: number;
  ticketId: string;
  version: number;
  verb: string;
  actorType: Actor['type'];
  actorId: string;
  /** When it was recorded. */
  at: string;
  /** When it holds from: a threshold of the clock, an imported original time. */
  effectiveAt: string;
  /** JSON list of names, never values. */
  fields: string;
  audienceBefore: string | null;
  audienceAfter: string | null;
  childId: string | null;
  linkedTicketId: string | null;
};
/** A text as it came; `isCut` is 0 or 1. */
export type OriginalTextRow = Omit<KeptOriginal, 'isCut'> & { ticketId: string; isCut: number };
export type IdempotencyRow = { key: string; bodyHash: string; resultIds: string; at: string };
type LimitCountRow = { key: string; until: string; count: number };
type UndeclaredProxyRow = { address: string; seenAt: string };
type NumberingRow = { centreId: string; day: string; next: number };
type HeadRow = { id: number; seq: number; epoch: string };
/** One thing a person chose; null: the default again. `version` grows with every change of that person. */
export type PreferenceRow = { personId: string; field: string; value: string | null; version: number };
export type PhraseRow = Omit<Phrase, 'audience' | 'mayChange'> & {
  centreId: string;
  /** Null: the centre's, for everybody. */
  ownerId: string | null;
  createdAt: string;
  createdBy: string;
  changedAt: string;
  changedBy: string;
  droppedAt: string | null;
};
type DraftRow = { personId: string; key: string; body: string; savedAt: string };
type AuditRow = {
  seq: Generated<number>;
  at: string;
  personId: string;
  act: AuditAct;
  subjectId: string;
  /** Why somebody looked, or what somebody changed. */
  purpose: string | null;
};
/** `content` is JSON. */
export type ArticleRow = Omit<Article, 'content'> & { content: string; revision: number };
export type ArticleChangeRow = Omit<ArticleChange, 'content'> & { content: string };
export type ImportRow = {
  id: string;
  centreId: string;
  externalNumber: string;
  ticketId: string;
  at: string;
  /** Null: by the command line without a run. */
  runId: string | null;
};
/** `reading`, `found`, `mapping`, `checked` and `report` are JSON; server/src/imports/desk writes and reads them. */
export type ImportRunRow = {
  id: string;
  centreId: string;
  personId: string;
  fileName: string;
  bytes: number;
  state: ImportState;
  reading: string;
  found: string | null;
  mapping: string | null;
  checked: string | null;
  report: string | null;
  /** So many rows of the file were dealt with. */
  place: number;
  undone: number;
  /** Matters that an undoing left, because somebody had worked on them. */
  kept: number;
  failure: string | null;
  createdAt: string;
  /** The last sign of life of whoever reads, checks, imports or undoes. */
  heardAt: string;
  finishedAt: string | null;
};

export type ExportRow = Omit<Export, 'download'> & {
  personId: string;
  /** Of the person's rights when he asked: with others he may no longer read the file. */
  scopeVersion: number;
  /** JSON of the question, for whoever audits it. */
  asked: string;
  purpose: string;
  /** The last sign of life of whoever writes the file. */
  heardAt: string;
};

export interface Schema {
  centre: Row<CentreRow>;
  department: Row<DepartmentRow>;
  person: Row<PersonRow>;
  roleGrant: Row<GrantRow>;
  session: Row<SessionRow>;
  apiKey: Row<ApiKeyRow>;
  citizen: Row<CitizenRow>;
  citizenNumber: Row<CitizenNumberRow>;
  ticket: Row<WithClockText<Ticket>>;
  appeal: Row<WithClockText<Appeal>>;
  dispatch: Row<WithClockText<Dispatch>>;
  request: Row<Request>;
  reply: Row<Reply>;
  callback: Row<WithClockText<Callback>>;
  urge: Row<Urge>;
  card: Row<Card>;
  supervisionOrder: Row<WithClockText<Order>>;
  pause: Row<WithClockText<Pause>>;
  note: Row<Note>;
  citation: Row<Citation>;
  article: Row<ArticleRow>;
  articleChange: Row<ArticleChangeRow>;
  articleReport: Row<ArticleReport>;
  articleFile: Row<ArticleFile & { content: string }>;
  call: Row<CallRow>;
  callSignal: Row<CallSignalRow>;
  callHead: Row<CallHeadRow>;
  seat: Row<Seat>;
  telephonyToken: Row<TelephonyTokenRow>;
  event: EventRow;
  originalText: Row<OriginalTextRow>;
  category: Row<CategoryRow>;
  region: Row<RegionRow>;
  calendar: Row<CalendarRow>;
  ruleSet: Row<RuleSetRow>;
  schemeSet: Row<SchemeSetRow>;
  calendarCorrection: Row<CorrectionRow>;
  idempotency: Row<IdempotencyRow>;
  limitCount: LimitCountRow;
  undeclaredProxy: UndeclaredProxyRow;
  numbering: Row<NumberingRow>;
  head: HeadRow;
  counterChange: Row<CounterChangeRow>;
  countedFigure: { figure: string };
  pastAppeal: Row<FactsOf['appeal'] & Until>;
  pastDispatch: Row<FactsOf['dispatch'] & Until>;
  pastTicket: Row<FactsOf['ticket'] & Until>;
  pastCallback: Row<FactsOf['callback'] & Until>;
  bulletin: Row<BulletinRow>;
  publishedFigure: Row<PublishedFigureRow>;
  publishedScore: Row<PublishedScoreRow>;
  draft: Row<DraftRow>;
  preference: Row<PreferenceRow>;
  phrase: Row<PhraseRow>;
  audit: AuditRow;
  export: Row<ExportRow>;
  imported: Row<ImportRow>;
  importRun: Row<ImportRunRow>;
  follower: Row<FollowerRow>;
  searchDoc: SearchDocRow;
  nearBand: Row<NearBandRow>;
  mention: Row<MentionRow>;
  routed: Row<RoutedRow>;
  hotspot: Row<HotspotRow>;
  model: Row<ModelRow>;
  savedView: Row<SavedViewRow>;
}

/** The audience of an event, parsed in this one place. */
export const parseAudience = (json: string | null): Audience | null =>
  json === null ? null : (JSON.parse(json) as Audience);
