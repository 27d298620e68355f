import { readHead } from '@hotline/db/cases/events';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { departmentIds, openHistory } from '../support/history.ts';
import { openHotline, type TestHotline } from '../support/hotline.ts';
import { requests } from '../support/requests.ts';

let h: TestHotline;
const known: Record<string, string[]> = {
  name: ['timelyReplyRate', 'departmentTimelyReplyRate', 'closingRate', 'recoveredLoss', 'oldest', 'constructor'],
  figure: ['timelyReplyRate', 'satisfactionRate', 'dueToday'],
  names: ['timelyReplyRate,closingRate', 'backlog', 'nothing'],
  month: ['2026-10', '2026-11', '9999-12', '0000-01'],
  departmentIs: [...departmentIds, 'none'],
  categoryIs: ['c0205', 'none'],
  regionIs: ['350102', 'none'],
  beforeFrom: ['2026-10-01', '2026-11-31'],
  beforeTo: ['2026-10-31', '0000-00-00'],
  key: ['draft-1', 'draft-2'],
  leadId: departmentIds,
  assistIds: departmentIds,
  department: departmentIds,
  departmentId: departmentIds,
  againstDepartmentId: departmentIds,
  category: ['c0205', 'c02'],
  categoryId: ['c0205', 'c02'],
  assigned: ['p-agent'],
  asOf: ['2026-11-02T02:00:00Z', '2026-11-01T10:00:00+08:00'],
  dueBefore: ['2026-11-02T02:00:00Z', '2026-11-30T10:00:00+08:00'],
  cursor: ['', Buffer.from('2026-11-02T02:00:00.000Z 3').toString('base64url'), '2026-11-02T02:00:00.000Z~x'],
  from: ['2026-11-01', '2026-10-01'],
  to: ['2026-11-02', '2026-11-30'],
  id: [],
  ticketId: [],
  appealId: [],
  dispatchId: [],
  number: [],
  code: [],
  joinTicketId: [],
  into: [],
  requestId: [],
  orderId: [],
  token: ['demo-telephony-token'],
  callId: ['fuzz-1', 'fuzz-2', '1762048800.17'],
  at: ['2026-11-02T02:00:00Z', '2026-11-02T09:59:00+08:00'],
  agent: ['agent', '8001', 'p-agent'],
  citizenId: [],
};
const cookies: (string | null)[] = [null];
const admin = 6;

beforeAll(async () => {
  h = await openHotline();
  const history = await openHistory(h);
  for (let i = 0; i < 60; i++) await history.play({ what: i < 6 ? 0 : 30 + i, who: i * 7, which: i, extra: i * 3 });
  for (const id of history.tickets) {
    const c = await history.case(id);
    known['joinTicketId']?.push(id);
    known['into']?.push(id);
    known[`appealId of ${id}`] = (c?.appeals ?? []).filter((a) => a.status === 'open').map((a) => a.id);
    known['requestId']?.push(...(c?.requests ?? []).map((r) => r.id));
    known['orderId']?.push(...(c?.orders ?? []).map((o) => o.id));
    known['ticketId']?.push(id);
    known['id']?.push(...(c?.appeals ?? []).map((a) => a.id));
    known['appealId']?.push(...(c?.appeals ?? []).map((a) => a.id));
    known['dispatchId']?.push(...(c?.dispatches ?? []).map((d) => d.id));
    known['number']?.push(...(c?.appeals ?? []).map((a) => a.number));
    known['code']?.push(...(c?.appeals ?? []).map((a) => a.queryCode));
  }
  for (const name of ['agent', 'dispatcher', 'reviewer', 'callback', 'manager', 'admin', 'urban', 'urban.head', 'gas'])
    cookies.push(await h.signIn(name));
  expect(cookies[admin]).toBe(await h.signIn('admin'));
});
afterAll(() => h.close());

const fromInside =
  /\bat .*\.(ts|js):\d|node_modules|\bsql(ite|state)?\b|syntax error|constraint|relation "|column|postgres|kysely|\binsert into\b|\bselect .* from\b/i;
const isProblem = (body: unknown): body is { code: string; message: string } => {
  const { code, message } = (body ?? {}) as { code?: unknown; message?: unknown };
  return typeof code === 'string' && typeof message === 'string' && /\p{Script=Han}/u.test(message);
};

test('thousands of requests from valid to absurd: never 5xx, always an answer in words, nothing written when refused', async () => {
  const seen = new Map<number, number>();
  const someone = fc.nat({ max: 1_000 });
  await fc.assert(
    fc.asyncProperty(
      requests((name) => known[name] ?? []),
      someone,
      async (request, who) => {
        const isOut = request.method === 'DELETE' && request.url.startsWith('/api/session');
        // Most of the administration is closed to everybody but one.
        const administers = request.url.startsWith('/api/admin') && who % 3 > 0;
        const cookie = isOut ? null : administers ? cookies[admin] : cookies[who % cookies.length];
        const headers = { ...(cookie ? { cookie } : {}), ...request.headers };
        const at = `${request.method} ${request.url.slice(0, 200)}`;
        const before = (await readHead(h.store.reader)).seq;
        const answer = await h.server.inject({ ...request, headers } as never);
        const { statusCode, body } = answer;
        seen.set(statusCode, (seen.get(statusCode) ?? 0) + 1);
        expect(statusCode, `${at} ${body}`).toBeLessThan(500);
        if (statusCode >= 400) {
          expect(answer.headers['content-type'], body).toContain('application/json');
          expect(isProblem(JSON.parse(body)), body).toBe(true);
          expect(body.replace(/"path":"[^"]*"/g, '')).not.toMatch(fromInside);
          expect((await readHead(h.store.reader)).seq).toBe(before);
        }
      },
    ),
    { numRuns: Number(process.env['HOTLINE_RUNS'] ?? 2_000) },
  );
  console.info(
    `fuzz: ${[...seen]
      .sort()
      .map(([status, count]) => `${status} × ${count}`)
      .join(', ')}`,
  );
  // The generator reaches the code behind validation, not only validation itself: accepted, or refused by the life cycle.
  const accepted = (seen.get(200) ?? 0) + (seen.get(201) ?? 0);
  expect(accepted).toBeGreaterThan(100);
  expect(accepted + (seen.get(409) ?? 0)).toBeGreaterThan(150);
});

test('addresses that are no addresses are answered in the same words', async () => {
  for (const url of [
    '/api/%',
    '/api/tickets/%ff',
    `/api/tickets/${'x'.repeat(200)}`,
    '/api/nothing',
    '//',
    '/api/tickets/..%2f..',
  ]) {
    const answer = await h.server.inject({ url, headers: { cookie: cookies[1] ?? '' } });
    expect(answer.statusCode, url).toBeLessThan(500);
    expect(answer.statusCode, url).toBeGreaterThanOrEqual(400);
    expect(isProblem(answer.json()), `${url} ${answer.body}`).toBe(true);
  }
});
