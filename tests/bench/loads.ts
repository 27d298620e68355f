import { openChance } from '@hotline/server/demo/chance';
import { departments } from '@hotline/server/demo/city/city';
import { departmentPaths } from '@hotline/server/demo/found';
import { matters } from '@hotline/server/demo/matters';
import type { Request } from './drive.ts';
import { phoneOf } from './generate.ts';
import { type Server, signIn } from './servers.ts';

export type By = 'ours' | 'bare' | 'each';
export type Load = {
  readonly what: string;
  readonly clients: readonly number[];
  readonly requests: Partial<Record<By, () => Request>>;
};

/** What people do all day, as requests to our server and, where there is something to compare, to the bare ones. */
export async function openLoads(ours: Server, count: number): Promise<readonly Load[]> {
  const chance = openChance(1);
  const desks = departments.filter((d) => d.parentCode === null).slice(0, 8);
  const cookies = new Map<string, string>();
  for (const name of ['agent', 'manager', ...desks.map((d) => d.code)]) cookies.set(name, await signIn(ours, name));
  const as = (name: string) => ({ cookie: cookies.get(name) ?? '' });
  const samples = Array.from({ length: 1_000 }, () => matters(chance).input);
  let keys = 0;
  const log = (): Request => {
    keys += 1;
    const input = chance.pick(samples);
    const citizen = { name: `李${keys % 977}`, phone: phoneOf(chance.between(0, count)) };
    const body = { ...input, content: `${input.content}（第${keys}件）`, citizen };
    const headers = { ...as('agent'), 'idempotency-key': `bench-${process.pid}-${keys}` };
    return { method: 'POST', path: '/api/appeals', headers, body };
  };
  const desk = () => chance.pick(desks).code;
  const ticketId = () => `b${String(chance.between(0, count)).padStart(9, '0')}`;
  const manager = (path: () => string) => (): Request => ({ path: path(), headers: as('manager') });
  const figure = '/api/figures/timelyReplyRate?from=2026-11-01&to=2026-11-30';
  const board = '/api/figures/departmentTimelyReplyRate';
  return [
    { what: 'log an appeal', clients: [1, 8, 32], requests: { ours: log, bare: log, each: log } },
    {
      what: 'queue page of 50',
      clients: [1, 8, 32],
      requests: {
        ours: () => {
          const code = desk();
          return { path: '/api/tickets?limit=50', headers: as(code) };
        },
        bare: () => ({ path: `/api/tickets?department=${departmentPaths.get(desk())}` }),
      },
    },
    {
      what: 'one ticket',
      clients: [1, 8, 32],
      requests: {
        ours: manager(() => `/api/tickets/${ticketId()}`),
        bare: () => ({ path: `/api/tickets/${ticketId()}` }),
      },
    },
    {
      what: 'history by phone',
      clients: [1, 8],
      requests: {
        ours: () => ({ path: `/api/appeals?phone=${phoneOf(chance.between(0, count / 3))}`, headers: as('agent') }),
      },
    },
    { what: 'month’s figure', clients: [1, 8], requests: { ours: manager(() => figure) } },
    {
      what: 'board of a month',
      clients: [1],
      requests: { ours: manager(() => `${board}?from=2026-11-01&to=2026-11-30&groupBy=department`) },
    },
    {
      what: 'board of a year',
      clients: [1],
      requests: { ours: manager(() => `${board}?from=2026-01-01&to=2026-12-31&groupBy=department`) },
    },
    { what: 'counts of all desks', clients: [1], requests: { ours: manager(() => '/api/tickets/counts') } },
  ];
}
