import { setTimeout as wait } from 'node:timers/promises';
import { openChance } from '@hotline/server/demo/chance';
import { departments } from '@hotline/server/demo/city/city';
import { matters } from '@hotline/server/demo/matters';
import { instantMs } from './dayConsoles.ts';
import { phoneOf } from './generate.ts';
import { type Server, signIn } from './servers.ts';

/** How long each kind of thing took, in milliseconds, and how often it failed. */
export type Times = ReadonlyMap<string, { readonly took: number[]; failed: number }>;
type Answered = {
  ticket?: { id: string; version: number };
  dispatches?: { id: string; version: number; departmentId: string }[];
  /** Of an export. */
  id?: string;
  status?: string;
};

const firstLevel = departments.filter((d) => d.parentCode === null);
/** Whoever sits before a console; a person may have twenty. */
export const listeners = [
  ...['agent', 'dispatcher', 'reviewer', 'callback', 'supervisor'],
  ...firstLevel.flatMap(({ code }) => [code, `${code}.head`]),
];
const desks = firstLevel.slice(0, 8);
const deskNames = desks.map((d) => d.code);
const people = ['agent', 'dispatcher', 'manager', 'admin', ...deskNames];

/** What people do all day, each thing at its own moment however long the others take. `count`: tickets there were before. */
export async function openWork(server: Server, count: number, logged: (ticketId: string, atMs: number) => void) {
  const cookies = new Map<string, string>();
  for (const name of people) cookies.set(name, await signIn(server, name));
  const chance = openChance(11);
  const samples = Array.from({ length: 1_000 }, () => matters(chance).input);
  const times = new Map<string, { took: number[]; failed: number }>();
  let keys = 0;

  const call = async (
    what: string,
    who: string,
    path: string,
    body?: unknown,
    isRead = body !== undefined,
  ): Promise<Answered> => {
    const own = times.get(what) ?? { took: [], failed: 0 };
    times.set(what, own);
    const sent = performance.now();
    const headers: Record<string, string> = {
      cookie: cookies.get(who) ?? '',
      'accept-encoding': 'gzip, deflate, br, zstd',
    };
    if (body !== undefined) {
      headers['content-type'] = 'application/json';
      headers['idempotency-key'] = `day-${process.pid}-${keys++}`;
    }
    const method = body === undefined ? 'GET' : 'POST';
    const answer = await fetch(`http://127.0.0.1:${server.port}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    own.took.push(performance.now() - sent);
    if (!answer.ok) {
      own.failed += 1;
      if (own.failed <= 3) console.error(`${what}: ${answer.status} ${text.slice(0, 160)}`);
      return {};
    }
    return isRead ? (JSON.parse(text) as Answered) : {};
  };
  const randomTicket = () => `b${String(chance.between(0, count)).padStart(9, '0')}`;

  /** A citizen calls, the matter is sent out, signed and worked on: four changes. */
  const matter = async () => {
    const input = chance.pick(samples);
    const citizen = { name: `李${keys % 977}`, phone: phoneOf(chance.between(0, count)) };
    const sent = instantMs();
    const { ticket } = await call('log an appeal', 'agent', '/api/appeals', { ...input, citizen });
    if (!ticket) return;
    logged(ticket.id, sent);
    const lead = chance.pick(desks);
    const act = (who: string, verb: string, version: number | null, given: object) =>
      call(`${verb} a ticket`, who, `/api/tickets/${ticket.id}/${verb}`, { version, input: given });
    await wait(chance.between(500, 2_000));
    const { dispatches } = await act('dispatcher', 'dispatch', ticket.version, { leadId: lead.code, assistIds: [] });
    const [dispatch] = dispatches ?? [];
    if (!dispatch) return;
    await wait(chance.between(500, 2_000));
    await act(lead.code, 'sign', dispatch.version, { dispatchId: dispatch.id });
    await wait(chance.between(500, 2_000));
    await act(lead.code, 'progress', null, { dispatchId: dispatch.id, text: '已到现场查看，正在处理。' });
  };
  /** What is looked at meanwhile. */
  const looks: readonly (() => Promise<unknown>)[] = [
    () => call('queue page', chance.pick(deskNames), '/api/tickets?limit=50'),
    () => call('one ticket', 'manager', `/api/tickets/${randomTicket()}`),
    () => call('history by phone', 'agent', `/api/appeals?phone=${phoneOf(chance.between(0, count / 3))}`),
    () => call('search', 'manager', `/api/search?q=${encodeURIComponent(chance.pick(samples).content.slice(3, 7))}`),
    () =>
      call(
        'alike while typing',
        'agent',
        `/api/appeals/similar?content=${encodeURIComponent(chance.pick(samples).content)}`,
      ),
    () => call('suggestions', 'agent', `/api/suggestions?content=${encodeURIComponent(chance.pick(samples).content)}`),
  ];
  return {
    times: times as Times,
    train: () => call('a training', 'admin', '/api/suggestions/model', {}),
    exportAll: async (): Promise<void> => {
      const asked = { what: 'tickets', purpose: 'load:day', query: {} };
      let { id, status } = await call('begin an export', 'manager', '/api/exports', asked);
      while (status === 'running') {
        await wait(500);
        ({ id, status } = await call('look at an export', 'manager', `/api/exports/${id}`, undefined, true));
      }
      if (status !== 'ready') throw new Error(`an export is ${status}`);
    },
    /** `changes` and `reads` a second, for so long; resolves when the last has ended. */
    run: async (changes: number, reads: number, seconds: number): Promise<void> => {
      let read = 0;
      const next = () => looks[read++ % looks.length]?.() ?? Promise.resolve();
      await Promise.all([evenly(changes / 4, seconds, matter), evenly(reads, seconds, next)]);
    },
  };
}

async function evenly(perSecond: number, seconds: number, act: () => Promise<unknown>): Promise<void> {
  const started = performance.now();
  const acts: Promise<unknown>[] = [];
  for (let i = 0; i < perSecond * seconds; i++) {
    const due = started + (i * 1000) / perSecond - performance.now();
    if (due > 0) await wait(due);
    acts.push(act());
  }
  await Promise.all(acts);
}
