import { foldCounters } from '@hotline/server/jobs/foldCounters';
import { verify } from '@hotline/server/jobs/verify';
import { CompiledQuery } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHotline, type TestHotline } from '../support/hotline.ts';

let h: TestHotline;
beforeAll(async () => {
  h = await openHotline({ days: 10 });
  // Some of the changes are in the counters, the rest waits.
  for (let i = 0; i < 5; i++) await foldCounters(h.hotline, 100);
});
afterAll(() => h.close());

const failed = async () => (await verify(h.store)).checks.filter((c) => !c.ok).map((c) => c.name);
const run = (statement: string) => h.store.writer.executeQuery(CompiledQuery.raw(statement));

describe('verify', () => {
  test('finds ten days of the city’s life in order', async () => {
    const { checks } = await verify(h.store);
    expect(checks.filter((c) => !c.ok)).toEqual([]);
    expect(checks.length).toBeGreaterThan(20);
  });

  const some = (table: string, where = '1 = 1') => `(select id from ${table} where ${where} order by n limit 1)`;
  const dispatched = some('dispatch', 'parent_id is null');
  test.each<[damage: string, statement: string, undo: string, finding: string]>([
    [
      'a ticket whose version lost count',
      `update ticket set version = version + 1 where id = ${some('ticket')}`,
      `update ticket set version = version - 1 where id = ${some('ticket')}`,
      'a ticket’s version counts its events',
    ],
    [
      'a head that fell behind',
      'update head set seq = seq - 1',
      'update head set seq = seq + 1',
      'the head is the last event',
    ],
    [
      'a dispatch of no ticket',
      `update dispatch set ticket_id = 'nowhere-' || ticket_id where id = ${dispatched}`,
      `update dispatch set ticket_id = substr(ticket_id, 9) where ticket_id like 'nowhere-%'`,
      'every dispatch has its ticket',
    ],
    [
      'an appeal of no ticket',
      `update appeal set ticket_id = 'nowhere-' || ticket_id where id = ${some('appeal')}`,
      `update appeal set ticket_id = substr(ticket_id, 9) where ticket_id like 'nowhere-%'`,
      'every appeal has its ticket',
    ],
    [
      'an open appeal on a closed ticket',
      `update appeal set status = 'open' where id = (select a.id from appeal a join ticket t on t.id = a.ticket_id where t.status = 'closed' order by a.n limit 1)`,
      `update appeal set status = 'closed' where status = 'open' and ticket_id in (select id from ticket where status = 'closed')`,
      'a closed ticket has only closed appeals',
    ],
    [
      'a second lead in a round',
      `update dispatch set role = 'lead' where id = ${some('dispatch', "role = 'assist' and status not in ('returned', 'released')")}`,
      `update dispatch set role = 'assist' where id = ${some('dispatch', "role = 'lead' and n > (select min(n) from dispatch x where x.ticket_id = dispatch.ticket_id and x.sent_at = dispatch.sent_at and x.parent_id is null)")}`,
      'one lead a round',
    ],
    [
      'a counter that counted once too often',
      `update counter_centre set members = members + 1 where figure = 'timelyReplyRate' and dimension = 'none' and period like 'M%'`,
      `update counter_centre set members = members - 1 where figure = 'timelyReplyRate' and dimension = 'none' and period like 'M%'`,
      'counters of timelyReplyRate equal a recount',
    ],
    [
      'a counter of a department that missed a timely answer',
      `update counter_department set members = members - 1 where figure = 'departmentTimelyReplyRate' and dimension = 'category'`,
      `update counter_department set members = members + 1 where figure = 'departmentTimelyReplyRate' and dimension = 'category'`,
      'counters of departmentTimelyReplyRate equal a recount',
    ],
    [
      'a change that came into no counter',
      `update counter_change set amount = amount + 1 where n = (select min(n) from counter_change where figure = 'backlog')`,
      `update counter_change set amount = amount - 1 where n = (select min(n) from counter_change where figure = 'backlog')`,
      'counters of backlog equal a recount',
    ],
  ])('finds %s', async (_, statement, undo, finding) => {
    await run(statement);
    expect(await failed()).toContain(finding);
    await run(undo);
    expect(await failed()).toEqual([]);
  });

  test('finds a number given twice', async () => {
    await run('drop index ticket_number_ix');
    await run(
      `update ticket set number = ${some('ticket').replace('id', 'number')} where n = (select max(n) from ticket)`,
    );
    expect(await failed()).toContain('no ticket number twice');
  });

  test('finds an event that is gone', async () => {
    await run(`delete from event where seq = (select min(seq) + 10 from event where version = 1)`);
    const found = await failed();
    expect(found).toContain('the log has no gaps');
    expect(found).toContain('a ticket’s version counts its events');
  });

  test('finds a ticket that was never logged', async () => {
    await run(`delete from event where version = 1 and ticket_id = ${some('ticket')}`);
    expect(await failed()).toContain('every ticket was logged');
  });

  test('finds a cited version of an article that cannot be read any more', async () => {
    await run(
      'update article_change set version = version + 90 where article_id = (select article_id from citation order by n limit 1)',
    );
    const found = await failed();
    expect(found).toContain('every citation names a version that was published');
    expect(found).toContain('an article’s version counts what was published of it');
  });
});
