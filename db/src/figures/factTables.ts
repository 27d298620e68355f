import { promptMs } from '@hotline/shared/figures/facts/callFacts';
import type { SourceName } from '@hotline/shared/figures/facts/index';

/**
 * Where the facts of a kind of member lie now: proved equal to shared/figures/facts. `past` keeps what they were before
 * that cannot be told from them; `open` narrows to what has not ended, word for word as the partial indexes do.
 */
export type FactTable = {
  readonly key: string;
  /** Null where nothing ever becomes untellable. */
  readonly past: string | null;
  readonly centre: string;
  readonly born: string | null;
  readonly open: string;
  readonly from: string;
  /** Facts that are not a column of `key`'s table under their own name. */
  readonly columns: Readonly<Record<string, string>>;
};

const counts = "status not in ('returned','released')";
const ofTicket = {
  ticketId: 't.id',
  centreId: 't.centre_id',
  number: 't.number',
  categoryId: "coalesce(t.category_id, '')",
  kind: 't.kind',
  channel: 't.channel',
  regionCode: "coalesce(t.region_code, '')",
};
const leadNow = `left join dispatch l on l.ticket_id = t.id and l.round = t.round and l.role = 'lead' and l.parent_id is null and l.${counts}`;

export const factTables: Record<SourceName, FactTable> = {
  appeal: {
    key: 'a',
    past: 'past_appeal',
    centre: 'a.centre_id',
    born: 'receivedAt',
    open: "a.status = 'open'",
    from: `appeal a join ticket t on t.id = a.ticket_id ${leadNow}`,
    columns: {
      departmentId: "coalesce(l.department_id, '')",
      role: "'none'",
      categoryId: "coalesce(t.category_id, '')",
      regionCode: "coalesce(a.region_code, '')",
      leadSentAt: 'l.sent_at',
    },
  },
  dispatch: {
    key: 'd',
    past: 'past_dispatch',
    centre: 't.centre_id',
    born: 'sentAt',
    open: "d.status in ('awaitingSigning','handling','awaitingApproval')",
    from: 'dispatch d join ticket t on t.id = d.ticket_id',
    columns: {
      ...ofTicket,
      service: 't.service',
      level: "case when d.parent_id is null then 'top' else 'sub' end",
      roundKind: "case when d.round > 1 then 'rework' else 'first' end",
      returnedAt: "case when d.status = 'returned' then d.ended_at end",
      releasedAt: "case when d.status = 'released' then d.ended_at end",
    },
  },
  ticket: {
    key: 't',
    past: 'past_ticket',
    centre: 't.centre_id',
    born: 'receivedAt',
    open: "t.status <> 'closed'",
    from: `ticket t ${leadNow}`,
    columns: { ...ofTicket, departmentId: "coalesce(l.department_id, '')", role: "'none'", leadSentAt: 'l.sent_at' },
  },
  callback: {
    key: 'b',
    past: 'past_callback',
    centre: 't.centre_id',
    born: null,
    open: 'b.completed_at is null',
    from: `callback b join ticket t on t.id = b.ticket_id
      left join dispatch l on l.ticket_id = t.id and l.round = b.round and l.role = 'lead' and l.parent_id is null and l.${counts}`,
    columns: {
      ...ofTicket,
      departmentId: "coalesce(l.department_id, '')",
      role: "'none'",
      reached: 'case when b.completed_at is not null then b.reached end',
      contacted: 'case when b.completed_at is not null then b.contacted end',
      solved: 'case when b.completed_at is not null then b.solved end',
      satisfaction: 'case when b.completed_at is not null then b.satisfaction end',
    },
  },
  call: {
    key: 'c',
    past: null,
    centre: 'c.centre_id',
    born: 'ringingAt',
    open: "c.status <> 'ended'",
    from: 'call c left join appeal a on a.id = c.appeal_id',
    columns: {
      ticketId: "coalesce(a.ticket_id, '')",
      number: "coalesce(a.number, '')",
      departmentId: "''",
      role: "'none'",
      categoryId: "''",
      kind: "''",
      channel: "'phone'",
      regionCode: "''",
      promptAt: `case when c.wait_ms <= ${promptMs} then c.answered_at end`,
      abandonedAt: "case when c.direction = 'in' and c.outcome = 'abandoned' then c.ended_at end",
    },
  },
};
