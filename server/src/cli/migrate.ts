import { parseArgs } from 'node:util';
import { upgrade } from '../app/upgrade.ts';
import { commonOptions, exits, withStore } from './command.ts';

export const usage = `hotline migrate [--no-backup] [--database URL] [--json]
  把数据库更新到本程序的版本。更新前先在数据库旁的 backups 文件夹里备份；--no-backup 不备份。`;

export async function run(args: string[]): Promise<number> {
  const options = { ...commonOptions, 'no-backup': { type: 'boolean', default: false } } as const;
  const { values } = parseArgs({ args, options });
  const now = () => new Date().toISOString();
  const { ran, backedUp } = await withStore(values.database, { writes: 'hotline migrate' }, (store) =>
    upgrade(store, now, { withBackup: !values['no-backup'] }),
  );
  const saved = backedUp ? `更新前已备份到 ${backedUp}。\n` : '';
  const words = ran.length > 0 ? `${saved}数据库已更新：${ran.join('、')}` : '数据库已是当前版本。';
  process.stdout.write(values.json ? `${JSON.stringify({ migrations: ran, backup: backedUp })}\n` : `${words}\n`);
  return exits.ok;
}
