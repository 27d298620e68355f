import { setTimeout as wait } from 'node:timers/promises';
import { openConnection, textOf } from './drive.ts';

const connections = 32;
const places = ['五四路', '工业路', '湖东路', '则徐大道', '江滨中大道', '金山大道'];
const matters = ['路灯不亮', '井盖松动', '夜间施工噪声扰民', '污水外溢', '占道经营', '公交站牌损坏'];

type Written = { failures: number; logged: number; times: number[]; seconds: number };

/** Real writes over real connections: of twenty, one new appeal, ten urges and nine amendments of the tickets in turn. */
export async function openWrites(port: number, cookie: string) {
  const free = await Promise.all(Array.from({ length: connections }, () => openConnection(port)));
  const waiting: ((c: (typeof free)[number]) => void)[] = [];
  const versions = new Map<string, number>();
  let n = 0;

  const post = async (path: string, body: unknown): Promise<number> => {
    const connection = free.pop() ?? (await new Promise<(typeof free)[number]>((taken) => waiting.push(taken)));
    const headers = { cookie, 'idempotency-key': `load-${n++}-${Date.now()}` };
    const status = await connection.ask(textOf({ method: 'POST', path, headers, body }));
    const next = waiting.shift();
    if (next) next(connection);
    else free.push(connection);
    return status;
  };
  const log = (i: number) =>
    post('/api/appeals', {
      channel: 'phone',
      kind: 'help',
      content: `市民反映，${places[i % places.length]}${100 + i}号附近${matters[i % matters.length]}，请尽快处理。`,
      citizen: { identity: 'anonymous' },
    });
  const change = async (i: number, ids: readonly string[]) => {
    const id = ids[(i * 37) % ids.length] ?? '';
    const version = versions.get(id) ?? 1;
    versions.set(id, version + 1);
    if (i % 2 === 1) return post(`/api/tickets/${id}/urge`, { version: null, input: {} });
    const input = i % 10 === 0 ? { urgency: 'urgent' } : { title: `${places[i % places.length]}第${i}次更名` };
    return post(`/api/tickets/${id}/amend`, { version, input: { ...input, address: `改址 ${i}` } });
  };
  return {
    log,
    /** So many a second for so long, each at its own moment, however long the others take. */
    run: async (rate: number, seconds: number, ids: readonly string[]): Promise<Written> => {
      const done: Promise<void>[] = [];
      const times: number[] = [];
      let failures = 0;
      let logged = 0;
      const started = performance.now();
      for (let i = 0; i < rate * seconds; i++) {
        const due = started + (i * 1000) / rate - performance.now();
        if (due > 0) await wait(due);
        const sent = performance.now();
        const isNew = i % 20 === 3;
        logged += Number(isNew);
        done.push(
          (isNew ? log(100_000 + i) : change(i, ids)).then((status) => {
            times.push(performance.now() - sent);
            failures += Number(status > 299);
          }),
        );
      }
      await Promise.all(done);
      return { failures, logged, times: times.sort((a, b) => a - b), seconds: (performance.now() - started) / 1000 };
    },
    close: () => {
      for (const connection of free) connection.close();
    },
  };
}
