import { parseArgs } from 'node:util';
import { backup } from '../backup/backup.ts';
import { commonOptions, exits, misuse, withStore } from './command.ts';

export const usage = `hotline backup 文件夹或文件 [--database URL] [--json]
  服务运行时也可使用，不影响办理：开始之前已受理的一件不少。给出文件夹（以 / 结尾或已存在）时按时间命名。
  备份旁边的 .json 是说明（版本、事件序号、行数、校验值），最后写成；没有它的备份不完整。两个文件都只有本用户能读。
  PostgreSQL 平时请用 pg_dump；本命令不需要其他程序，可由 hotline restore 恢复。`;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: commonOptions, allowPositionals: true });
  const [target] = positionals;
  if (!target || positionals.length > 1) throw misuse('请给出一个文件夹或文件。');
  // It only reads, so it needs no lock: a SQLite store is copied through a connection of its own.
  const { file, manifest } = await withStore(values.database, { writes: null, mustExist: true }, (store) =>
    backup(store, target, () => new Date().toISOString(), shown()),
  );
  const { bytes, seq, rows } = manifest;
  const words = `已备份到 ${file}：${rows['ticket'] ?? 0} 件工单，至第 ${seq} 个事件，${Math.ceil(bytes / 1024)} KB，已核对。\n`;
  process.stdout.write(values.json ? `${JSON.stringify({ file, ...manifest })}\n` : words);
  return exits.ok;
}

/** One line on a terminal, nothing elsewhere. */
function shown(): (done: number, all: number) => void {
  const { stderr } = process;
  return (done, all) => {
    if (stderr.isTTY) stderr.write(`\r\x1b[2K${done === all ? '' : `${Math.floor((done / all) * 100)}%`}`);
  };
}
