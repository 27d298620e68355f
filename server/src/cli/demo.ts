import { parseArgs } from 'node:util';
import { seedDemo } from '../demo/seed.ts';
import { commonOptions, exits, misuse, withStore } from './command.ts';

export const usage = `hotline demo [--days 30] [--per-day 24] [--database URL] [--json]
  在空数据库里建立演示城市，让其中的人按真实流程办理若干天。已有受理中心时什么也不做。`;

export async function run(args: string[]): Promise<number> {
  const options = {
    ...commonOptions,
    days: { type: 'string', default: '30' },
    'per-day': { type: 'string', default: '24' },
  } as const;
  const { values } = parseArgs({ args, options });
  const [days = 0, perDay = 0] = [values.days, values['per-day']].map(Number);
  if (![days, perDay].every((n) => Number.isInteger(n) && n >= 0 && n <= 10_000))
    throw misuse('--days 和 --per-day 须为 0 至 10000 的整数。');
  const steps = await withStore(values.database, { writes: 'hotline demo' }, (store) =>
    seedDemo(store, { days, perDay }),
  );
  process.stdout.write(values.json ? `${JSON.stringify({ steps })}\n` : `演示城市已就绪，共办理 ${steps} 步。\n`);
  return exits.ok;
}
