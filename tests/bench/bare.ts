import { randomBytes } from 'node:crypto';
import { figureList } from '@hotline/shared/figures/index';
import Sqlite from 'better-sqlite3';
import Fastify from 'fastify';
import { serveAsChild } from './child.ts';
import { benchNow } from './generate.ts';

/**
 * What this machine can do at best with the same libraries and durability: prepared statements and JSON, without sessions,
 * validation, decisions, deadlines, masking, metrics or live updates. `each` = a transaction a request, `grouped` = a
 * transaction a turn of the event loop.
 */
const [, , file = '', port = '', mode = ''] = process.argv;
const db = new Sqlite(file);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.pragma('cache_size = -64000');
// As seldom as ours: a checkpoint at every thousandth page would only slow it down.
db.pragma('wal_autocheckpoint = 16384');
const server = Fastify({ logger: false });

type Row = Record<string, unknown>;
type Body = { channel: string; kind: string; title: string; content: string; categoryId: string; citizen: Row };
type Job = { key: string; body: Body; done: (answer: unknown) => void };

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
/** All columns under the names they have in JSON. */
const columns = (table: string) =>
  db
    .prepare<[], { name: string }>(`select name from pragma_table_info('${table}')`)
    .all()
    .map(({ name }) => name)
    .filter((name) => name !== 'n');
const insert = (table: string) => {
  const names = columns(table);
  const statement = db.prepare(`insert into "${table}" values (null, ${names.map(() => '?').join(', ')})`);
  return (row: Row) => statement.run(names.map((name) => row[camel(name)] ?? null));
};
const insertTicket = insert('ticket');
const insertAppeal = insert('appeal');
const insertCitizen = insert('citizen');
const insertKey = insert('idempotency');
const eventColumns = columns('event');
const insertEvent = db.prepare(`insert into event values (${eventColumns.map(() => '?').join(', ')})`);
const findKey = db.prepare('select body_hash, result_ids from idempotency where key = ?');
const findCitizen = db.prepare<unknown[], { id: string }>(
  'select id from citizen where centre_id in (?) and phone in (?) and name = ? order by n limit 1',
);
const nextNumber = db.prepare<unknown[], { next: number }>(
  'insert into numbering (centre_id, day, next) values (?, ?, 2) on conflict (centre_id, day) do update set next = next + 1 returning next',
);
const takeSeq = db.prepare<unknown[], { seq: number }>('update head set seq = seq + ? where id = 1 returning seq');
const countLater =
  db.prepare(`insert into counter_change (figure, centre_id, day, department_id, role, category_id, kind,
  channel, region, verdict, members, amount) values (?, 'fuzhou', ?, '', 'none', ?, ?, 'phone', '', 'out', ?, 0)`);
const loggedAt = new Set(['receivedAt', 'promisedDueAt', 'dispatchDueAt']);
/** What a new appeal is counted in. */
const counted = figureList.filter(({ over, cohort }) => over !== 'call' && loggedAt.has(cohort)).map(({ id }) => id);
const begin = db.prepare('begin immediate');
const commit = db.prepare('commit');

const at = new Date(benchNow).toISOString();
const due = new Date(benchNow + 5 * 86_400_000).toISOString();
const dueDay = due.slice(0, 10);
const common = { centreId: 'fuzhou', service: 'general', ruleId: 'general', ruleVersion: 1, promiseAmount: 4 };
const clock = { originalPromisedDueAt: due, promisedDueAt: due, promisedDay: dueDay, dispatchDueAt: due };
const known = { ...common, ...clock, promiseUnit: 'workingDays', receivedAt: at, at, effectiveAt: at, createdAt: at };

/** One transaction for all these requests; each is answered after COMMIT. */
function write(jobs: readonly Job[]): void {
  begin.run();
  const perCategory = new Map<string, number>();
  const { seq: last = 0 } = takeSeq.get(jobs.length) ?? {};
  const answers = jobs.map(({ key, body }, i) => {
    findKey.get(key);
    const id = randomBytes(10).toString('hex');
    const appealId = randomBytes(10).toString('hex');
    const queryCode = randomBytes(4).toString('hex');
    const number = `261123${String((nextNumber.get('*', '261123')?.next ?? 0) - 1).padStart(5, '0')}`;
    const { name: citizenName, phone } = body.citizen;
    const person = findCitizen.get('fuzhou', phone, citizenName);
    const citizenId = person?.id ?? randomBytes(10).toString('hex');
    if (!person) insertCitizen({ ...known, id: citizenId, phone, name: citizenName });
    const both = { ...known, ...body, number, citizenId, citizenName, phone, identity: 'named', queryCode };
    const state = { urgency: 'normal', version: 1, decidedVersion: 1, round: 1, urgeCount: 0, centrePath: 'fz.' };
    const ticket = { ...both, ...state, id, status: 'awaitingDispatch' };
    const appeal = { ...both, id: appealId, ticketId: id, status: 'open', loggedBy: 'p-agent' };
    insertTicket(ticket);
    insertAppeal(appeal);
    insertKey({ ...known, key, bodyHash: queryCode, resultIds: `${id} ${appealId}` });
    const seq = last - jobs.length + 1 + i;
    const event: Row = {
      ...known,
      seq,
      ticketId: id,
      version: 1,
      verb: 'log',
      actorType: 'person',
      actorId: 'p-agent',
    };
    const said: Row = { ...event, fields: `["+${appealId}"]`, audienceAfter: '{"centre":"fz.","departments":[]}' };
    insertEvent.run(eventColumns.map((name) => said[camel(name)] ?? null));
    perCategory.set(body.categoryId, (perCategory.get(body.categoryId) ?? 0) + 1);
    return { appeal, ticket, seq };
  });
  for (const [category, count] of perCategory)
    for (const figure of counted) countLater.run(figure, dueDay, category, jobs[0]?.body.kind, count);
  commit.run();
  for (const [i, job] of jobs.entries()) job.done(answers[i]);
}

let waiting: Job[] = [];
server.post<{ Body: Body }>('/api/appeals', (request, reply) => {
  const done = (answer: unknown) => void reply.code(201).send(answer);
  const job = { key: String(request.headers['idempotency-key']), body: request.body, done };
  if (mode === 'each') return write([job]);
  waiting.push(job);
  if (waiting.length > 1) return;
  setImmediate(() => {
    const jobs = waiting;
    waiting = [];
    write(jobs);
  });
});

const selected = (table: string, alias: string, leave: readonly string[] = []) =>
  columns(table)
    .map(camel)
    .filter((name) => !leave.includes(name))
    .map((name) => `${alias}."${snake(name)}" as "${name}"`)
    .join(', ');
const shown =
  'id number title kind service channel categoryId regionCode urgency status outcome version round ownerId receivedAt promisedDueAt dispatchDueAt reviewDueAt callbackDueAt repliedAt closedAt urgeCount card';
const dispatch = 'id ticketId departmentId role round status version sentAt signDueAt signedAt dueAt repliedAt';
const listed = (names: string, alias: string) =>
  names
    .split(' ')
    .map((name) => `${alias}."${snake(name)}" as "${name}"`)
    .join(', ');
const queue = db.prepare<[string], { id: string }>(
  `select ${listed(shown, 't')} from dispatch d indexed by dispatch_open_department_ix join ticket t on t.id = d.ticket_id where d.department_path in (?)
  and d.status in ('awaitingSigning', 'handling', 'awaitingApproval') order by d.due_at, d.n limit 50`,
);
const dispatches = db.prepare<string[], { ticketId: string }>(
  `select ${listed(dispatch, 'd')} from dispatch d where ticket_id in (${Array(50).fill('?').join(', ')})`,
);
server.get<{ Querystring: { department: string } }>('/api/tickets', async (request) => {
  const tickets = queue.all(request.query.department);
  const of = Map.groupBy(dispatches.all(...tickets.map((t) => t.id)), (d) => d.ticketId);
  return { items: tickets.map((t) => ({ ...t, dispatches: of.get(t.id) ?? [] })) };
});

const of = (table: string) =>
  db.prepare<[string], unknown>(`select ${selected(table, 'c')} from ${table} c where ticket_id in (?) order by n`);
const oneTicket = db.prepare<[string], unknown>(`select ${selected('ticket', 't')} from ticket t where id = ?`);
const parts = { appeals: of('appeal'), dispatches: of('dispatch'), replies: of('reply'), callbacks: of('callback') };
server.get<{ Params: { id: string } }>('/api/tickets/:id', async ({ params: { id } }) => ({
  ticket: oneTicket.get(id),
  appeals: parts.appeals.all(id),
  dispatches: parts.dispatches.all(id),
  replies: parts.replies.all(id),
  callbacks: parts.callbacks.all(id),
}));

await serveAsChild(server, Number(port));
