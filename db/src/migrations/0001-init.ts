import { type Kysely, sql } from 'kysely';
import type { Engine } from '../store/open.ts';
import { indexes } from './0001-indexes.ts';

/**
 * The whole model. `t` text, `i` integer, `r` real; `!` = not null, `?` = may be null.
 * SQLite tables are STRICT; PostgreSQL orders text by code point like SQLite does (collate "C").
 */
const tables: Record<string, string> = {
  centre: 'id t! path t! name t! region_code t! utc_offset_minutes i! revision i! created_at t!',
  department:
    'id t! centre_id t! parent_id t? path t! name t! short_name t! phone t? duties t? requires_approval t? created_at t! retired_at t?',
  person:
    'id t! username t! name t! password_hash t! totp_secret t? scope_version i! failed_sign_ins i! locked_until t? password_reset_at t? demo_at t? created_at t! disabled_at t?',
  role_grant: 'id t! person_id t! role t! path t! granted_at t!',
  session: 'token_hash t! person_id t! created_at t! seen_at t! expires_at t! ended_at t?',
  api_key: 'id t! person_id t! key_hash t! name t! created_at t! revoked_at t?',
  citizen: 'id t! centre_id t! phone t? name t? created_at t!',
  ticket:
    'id t! number t! centre_id t! centre_path t! title t! kind t! service t! channel t! category_id t? region_code t? urgency t! status t! outcome t? version i! decided_version i! round i! owner_id t? claimed_at t? received_at t! promised_due_at t? promise_clock t? dispatch_due_at t? dispatch_clock t? first_dispatched_at t? first_lead_id t? accepted_lead_id t? accepted_at t? review_due_at t? review_clock t? replied_at t? callback_due_at t? callback_clock t? against_path t? urge_count i! last_urged_at t? card t? merged_into_id t? published_at t? published_title t? published_text t? closed_at t? archived_at t?',
  appeal:
    'id t! ticket_id t! centre_id t! number t! query_code t! channel t! service t! kind t! call_id t? citizen_id t? citizen_name t? phone t? identity t! wishes_to_publish t? title t! content t! address t? region_code t? latitude r? longitude r? against_department_id t? status t! outcome t? received_at t! logged_by t! promise_clock t! original_promised_due_at t! promised_due_at t! promised_day t! paused_at t? answered_at t? closed_at t? reason_code t? answer t? external_number t? excused_at t? excuse t?',
  dispatch:
    'id t! ticket_id t! department_id t! department_path t! role t! round i! parent_id t? status t! version i! clerk_id t? note t? designated t? requires_approval t? sent_at t! sent_by t! return_due_at t! sign_due_at t! sign_clock t! signed_at t? reply_clock t! yellow_due_at t! original_due_at t! due_at t! due_day t! submitted_at t? replied_at t? accepted_at t? ended_at t? paused_at t? return_asked_at t? extended_at t? recovered_loss_fen i? excused_at t? excuse t? next_alarm_at t?',
  request:
    'id t! ticket_id t! dispatch_id t? appeal_id t? type t! status t! reason_code t? reason t! suggested_department_id t? days i? granted_days i? review_at t? asked_by t! asked_at t! decided_by t? decided_at t? decision t?',
  reply:
    'id t! ticket_id t! dispatch_id t! round i! status t! author_id t! submitted_at t! contacted_by t? contacted_at t? actuality t! solved t! unsolved_reason t? handling t! public_reply t! recovered_loss_fen i? head_id t? head_at t? head_note t? reviewer_id t? reviewed_at t? review_note t? reason_code t?',
  callback:
    'id t! ticket_id t! appeal_id t! round i! source t! attempts i! call_id t? recorded_by t! recorded_at t! due_at t! clock t! completed_at t? cancelled_at t? reached t? contacted t? solved t? satisfaction t! reason_code t? note t?',
  urge: 'id t! ticket_id t! source t! by t! at t! note t?',
  card: 'id t! ticket_id t! dispatch_id t! colour t! due_at t! raised_at t! revoked_at t? revoked_by t? reason t?',
  supervision_order:
    'id t! ticket_id t! dispatch_id t? number t! level t! demand t! issued_by t! issued_at t! due_at t! clock t! answer t? answered_by t? answered_at t? ended_by t? ended_at t?',
  pause: 'id t! ticket_id t! dispatch_id t? appeal_id t? reason t! started_at t! until_at t! clock t? ended_at t?',
  note: 'id t! ticket_id t! dispatch_id t? appeal_id t? kind t! text t! by t! at t!',
  citation: 'id t! ticket_id t! appeal_id t? dispatch_id t? article_id t! version i! by t! at t!',
  article:
    'id t! centre_id t! status t! version i! content t! reviewed_at t? retired_reason t? updated_at t! revision i!',
  article_change:
    'id t! article_id t! based_on i! version i? content t! note t? status t! proposed_by t! proposed_at t! decided_by t? decided_at t? decision t?',
  article_report: 'id t! article_id t! version i! text t! by t! at t! answer t? closed_by t? closed_at t?',
  // Small documents stay in the store: one file to back up, and every node has them.
  article_file: 'id t! article_id t! name t! media_type t! bytes i! sha256 t! uploaded_by t! uploaded_at t! content t!',
  call: 'id t! centre_id t! centre_path t! source t! direction t! phone t? line t? queue t? agent_id t? status t! ringing t! addressed t! ringing_at t! answered_at t? wait_ms i? held_at t? hold_ms i! ended_at t? outcome t? cause t? recording t? appeal_id t? dismissed_at t? callback_by t? callback_claimed_at t? callback_at t? callback_result t? callback_note t? version i! seq i!',
  call_signal:
    'call_id t! key t! event t! at t! received_at t! direction t! phone t? line t? queue t? agent_id t? cause t? recording t?',
  call_head: 'id t! seq i!',
  seat: 'person_id t! extension t? state t! since t! call_id t?',
  telephony_token: 'id t! centre_id t! name t! token_hash t! hmac_secret t? created_at t! created_by t! revoked_at t?',
  category: 'id t! centre_id t! parent_id t? name t! level i! retired_at t?',
  region: 'code t! parent_code t? name t!',
  calendar: 'id t! centre_id t! version i! data t! note t? created_at t! created_by t!',
  rule_set: 'id t! centre_id t! version i! rules t! note t? created_at t! created_by t!',
  scheme_set: 'id t! centre_id t! version i! data t! note t? created_at t! created_by t!',
  calendar_correction:
    'id t! centre_id t! calendar_version i! asked_by t! asked_at t! after_received_at t? after_n i? examined i! changed i! finished_at t? outcome t?',
  idempotency: 'key t! body_hash t! result_ids t! at t!',
  numbering: 'centre_id t! day t! next i!',
  figure_day: 'figure t! centre_id t! day t! department_id t! role t! verdict t! members i! amount i!',
  figure_category_day: 'figure t! centre_id t! day t! department_id t! category_id t! verdict t! members i! amount i!',
  // Facts of shared/figures/facts as they were until a change made them untellable.
  past_appeal:
    'id t! ticket_id t! centre_id t! number t! department_id t! role t! category_id t! kind t! channel t! region_code t! received_at t! original_promised_due_at t! promised_due_at t! lead_sent_at t? paused_at t? answered_at t? closed_at t? outcome t? excused_at t? until_at t!',
  past_dispatch:
    'id t! ticket_id t! centre_id t! number t! department_id t! role t! category_id t! kind t! channel t! region_code t! service t! level t! round_kind t! sent_at t! sign_due_at t! original_due_at t! due_at t! paused_at t? signed_at t? replied_at t? accepted_at t? ended_at t? returned_at t? return_asked_at t? released_at t? extended_at t? excused_at t? recovered_loss_fen i? until_at t!',
  past_ticket:
    'id t! ticket_id t! centre_id t! number t! department_id t! role t! category_id t! kind t! channel t! region_code t! received_at t! dispatch_due_at t? lead_sent_at t? first_dispatched_at t? first_lead_id t? accepted_at t? accepted_lead_id t? closed_at t? outcome t? until_at t!',
  past_callback:
    'id t! ticket_id t! centre_id t! number t! department_id t! role t! category_id t! kind t! channel t! region_code t! due_at t! cancelled_at t? completed_at t? reached t? contacted t? solved t? satisfaction t? until_at t!',
  bulletin: 'id t! centre_id t! month t! revision i! as_of t! published_at t! published_by t! note t?',
  published_figure:
    'bulletin_id t! figure t! definition_version i! department_id t! numerator i! denominator i! unit i! rate t? original i? original_rate t? excluded t!',
  published_score:
    'bulletin_id t! scheme t! scheme_version i! scheme_name t! department_id t! group_name t? rank i? ranked i! score t? counted i! detail t!',
  draft: 'person_id t! key t! body t! saved_at t!',
  preference: 'person_id t! field t! value t? version i!',
  phrase:
    'id t! centre_id t! owner_id t? place t! title t! text t! version i! created_at t! created_by t! changed_at t! changed_by t! dropped_at t?',
  export:
    'id t! person_id t! scope_version i! what t! asked t! purpose t! file_name t! status t! rows i! bytes i? failure t? asked_at t! heard_at t! finished_at t? expires_at t!',
  imported: 'id t! centre_id t! external_number t! ticket_id t! at t!',
  follower: 'name t! seq i! filled_to i?',
  near_band: 'band i! ticket_id t! appeal_id t! at t!',
  mention: 'centre_id t! place t! category_id t? caller t! ticket_id t! appeal_id t! at t!',
  routed: 'ticket_id t! centre_id t! category_id t! area t! department_id t! day t!',
  hotspot:
    'id t! centre_id t! place t! category_id t? first_at t! last_at t! citizens i! tickets i! raised_at t! seen_at t? seen_by t?',
  model: 'id t! centre_id t! trained_at t! examples i! report t! body t!',
  saved_view: 'id t! centre_id t! owner_id t! audience t! department_path t? name t! query t! created_at t!',
};

/** Rows whose id is unique within the store and that are updated by it. */
const byId = ['request', 'reply', 'callback', 'urge', 'card', 'supervision_order', 'pause', 'note'];

/**
 * What tickets are found by (shared/src/search/document.ts): `n` is the ticket's. SQLite's index keeps no text and no
 * places, and has prefixes of one character; its tokenizer must take every character beyond ASCII for a letter, as
 * `ascii` does and `unicode61`, whose tables are of 2012, does not.
 */
const searchTables = (sqlite: boolean, text: string, integer: string): string[] => {
  const columns = `"n" ${integer} primary key, "ticket_id" ${text} not null, "hash" ${integer} not null`;
  return sqlite
    ? [
        `create table "search_doc" (${columns}) strict`,
        `create virtual table "search" using fts5(grams, content='', contentless_delete=1, detail=none, prefix='1', tokenize='ascii')`,
      ]
    : [
        `create table "search_doc" (${columns}, "grams" tsvector not null)`,
        `create index "search_doc_grams_ix" on "search_doc" using gin ("grams")`,
      ];
};

export const up =
  (engine: Engine) =>
  async (db: Kysely<unknown>): Promise<void> => {
    const sqlite = engine === 'sqlite';
    const type = {
      t: sqlite ? 'text' : 'text collate "C"',
      i: sqlite ? 'integer' : 'bigint',
      r: sqlite ? 'real' : 'double precision',
    };
    const key = sqlite ? 'integer primary key' : 'bigint generated by default as identity primary key';
    const end = sqlite ? ' strict' : '';
    for (const [name, columns] of Object.entries(tables)) {
      const list = columns.split(/ (?=[a-z_0-9]+ [tir])/).map((column) => {
        const [title = '', kind = ''] = column.split(' ');
        return `"${title}" ${type[kind[0] as 't' | 'i' | 'r']}${kind[1] === '!' ? ' not null' : ''}`;
      });
      await sql.raw(`create table "${name}" ("n" ${key}, ${list.join(', ')})${end}`).execute(db);
    }
    const text = type.t;
    await sql
      .raw(
        `create table "event" ("seq" ${sqlite ? 'integer' : 'bigint'} primary key, "ticket_id" ${text} not null, "version" ${type.i} not null,
       "verb" ${text} not null, "actor_type" ${text} not null, "actor_id" ${text} not null, "at" ${text} not null, "effective_at" ${text} not null,
       "fields" ${text} not null, "audience_before" ${text}, "audience_after" ${text}, "child_id" ${text}, "linked_ticket_id" ${text})${end}`,
      )
      .execute(db);
    await sql
      .raw(
        `create table "audit" ("seq" ${key}, "at" ${text} not null, "person_id" ${text} not null, "act" ${text} not null, "subject_id" ${text} not null, "purpose" ${text})${end}`,
      )
      .execute(db);
    await sql
      .raw(`create table "head" ("id" ${type.i} primary key, "seq" ${type.i} not null, "epoch" ${text} not null)${end}`)
      .execute(db);
    for (const statement of searchTables(sqlite, text, type.i)) await sql.raw(statement).execute(db);
    for (const [name, unique, table, columns, where] of indexes) {
      const what = `create ${unique ? 'unique ' : ''}index "${name}_ix" on "${table}" (${columns})${where ? ` where ${where}` : ''}`;
      await sql.raw(what).execute(db);
    }
    for (const table of byId) await sql.raw(`create unique index "${table}_id_ix" on "${table}" (id)`).execute(db);
  };
