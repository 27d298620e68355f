import { parseArgs } from 'node:util';
import { migrate } from '@hotline/db/migrate';
import { commonOptions, exits, withStore } from './command.ts';

export const usage = 'hotline migrate [--database URL] [--json]';

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: commonOptions });
  const ran = await withStore(values.database, { writes: 'hotline migrate' }, migrate);
  const words = ran.length > 0 ? `数据库已更新：${ran.join('、')}` : '数据库已是当前版本。';
  process.stdout.write(values.json ? `${JSON.stringify({ migrations: ran })}\n` : `${words}\n`);
  return exits.ok;
}
