import { parseArgs } from 'node:util';
import { type Restored, restore } from '../backup/restore.ts';
import { commonOptions, databaseUrl, exits, misuse } from './command.ts';

export const usage = `hotline restore 备份文件 [--replace] [--database URL] [--json]
  把 hotline backup 的备份恢复为数据库。先停止热线服务。
  --replace   目标里已有数据时也恢复；原有数据另存，不删除
  恢复后所有人须重新登录；编号从不会与已发编号重复处继续；各席位页面自动重新读取。`;

export async function run(args: string[]): Promise<number> {
  const options = { ...commonOptions, replace: { type: 'boolean', default: false } } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [file] = positionals;
  if (!file || positionals.length > 1) throw misuse('请给出一个备份文件。');
  const url = databaseUrl(values.database);
  const restored = await restore(file, url, { replace: values.replace, now: () => new Date().toISOString() });
  process.stdout.write(values.json ? `${JSON.stringify(restored)}\n` : inWords(restored));
  return exits.ok;
}

function inWords({ manifest, sessionsEnded, untilDay, firstNumber, kept }: Restored): string {
  const day = `20${untilDay.slice(0, 2)}-${untilDay.slice(2, 4)}-${untilDay.slice(4)}`;
  return [
    `已恢复 ${manifest.at} 的备份：${manifest.rows['ticket'] ?? 0} 件工单，至第 ${manifest.seq} 个事件。`,
    `备份之后受理和办理的内容不在其中，请按纸面或短信记录补录。`,
    `${day} 及以前日期的新编号从 ${firstNumber} 或更后的序号起，避开可能已发出的编号；次日起恢复正常。`,
    `已结束 ${sessionsEnded} 个登录，所有人须重新登录。备份之后的改密、停用、撤销令牌不在其中，请重新核对。`,
    ...(kept ? [`原有数据另存为 ${kept}，确认无误后请自行删除。`] : []),
    '',
  ].join('\n');
}
