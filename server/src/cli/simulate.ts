import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Refusal } from '@hotline/shared/refusal';
import { type Outcome, ringing } from '../channels/phone/ringing.ts';
import { demoTelephonyToken } from '../sessions/demo.ts';
import { commonOptions, exits, misuse } from './command.ts';

export const usage = `hotline simulate calls [--rate 1] [--agents 1] [--agent 用户名或分机]… [--seconds 60]
                       [--talk 20] [--url http://127.0.0.1:12345] [--token 令牌] [--json]
  经由电话系统接口模拟市民来电：每秒 --rate 通，轮流打给各坐席，通话约 --talk 秒；约十分之一无人接听。
  --agents N 为分机 8001 起的 N 个坐席。默认令牌只在演示城市有效。`;

export async function run(args: string[]): Promise<number> {
  const options = {
    json: commonOptions.json,
    rate: { type: 'string', default: '1' },
    agents: { type: 'string', default: '1' },
    agent: { type: 'string', multiple: true },
    seconds: { type: 'string', default: '60' },
    talk: { type: 'string', default: '20' },
    url: { type: 'string', default: 'http://127.0.0.1:12345' },
    token: { type: 'string', default: demoTelephonyToken },
  } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  if (positionals[0] !== 'calls' || positionals.length > 1) throw misuse('目前可以模拟的是 calls。');
  const [rate = 0, agents = 0, seconds = 0, talk = 0] = [values.rate, values.agents, values.seconds, values.talk].map(
    Number,
  );
  if (!(rate > 0 && rate <= 50)) throw misuse('--rate 须大于 0，不超过 50。');
  if (!Number.isInteger(agents) || agents < 1 || agents > 1_000) throw misuse('--agents 须为 1 至 1000 的整数。');
  if (!(seconds > 0 && seconds <= 86_400) || !(talk >= 0 && talk <= 3_600))
    throw misuse('--seconds 或 --talk 不正确。');
  const names = values.agent ?? Array.from({ length: agents }, (_, i) => String(8001 + i));
  const report = reporter(values.url, values.token);

  const count: Record<Outcome, number> = { answered: 0, abandoned: 0 };
  const calls: Promise<void>[] = [];
  let failure: unknown = null;
  const until = Date.now() + seconds * 1000;
  for (let i = 0; Date.now() < until && failure === null; i++) {
    const agent = names[i % names.length] ?? '8001';
    const call = ringing({ report, number: i, agent, talkMs: talk * 1000 }).then((outcome) => {
      count[outcome] += 1;
    });
    calls.push(
      call.catch((error: unknown) => {
        failure ??= error;
      }),
    );
    await wait(1000 / rate);
  }
  await Promise.all(calls);
  if (failure !== null) throw failure;
  const words = `共 ${calls.length} 通来电：接听 ${count.answered} 通，放弃 ${count.abandoned} 通。`;
  process.stdout.write(values.json ? `${JSON.stringify(count)}\n` : `${words}\n`);
  return exits.ok;
}

const reporter = (url: string, token: string) => async (body: object) => {
  const answer = await fetch(new URL(`/api/telephony/${encodeURIComponent(token)}`, url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (!answer) throw new Refusal('unavailable', `连接不上 ${url}，请先启动热线服务。`);
  if (!answer.ok) {
    const { message } = (await answer.json()) as { message?: string };
    throw new Refusal('invalid', message ?? `HTTP ${answer.status}`);
  }
};
