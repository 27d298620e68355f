import { parseArgs } from 'node:util';
import { verify } from '../jobs/verify.ts';
import { commonOptions, exits, withStore } from './command.ts';

export const usage = 'hotline verify [--database URL] [--json]';

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: commonOptions });
  const { checks } = await withStore(values.database, { writes: null, mustExist: true }, verify);
  const broken = checks.filter((c) => !c.ok);
  const lines = checks.map((c) => `${c.ok ? '✓' : '✗'} ${c.name}${c.detail ? ` ${c.detail}` : ''}\n`);
  process.stdout.write(values.json ? `${JSON.stringify({ ok: broken.length === 0, checks })}\n` : lines.join(''));
  if (broken.length > 0) process.stderr.write(`${broken.length} 项核对不一致，请先备份数据库，再联系维护人员。\n`);
  return broken.length === 0 ? exits.ok : exits.failed;
}
