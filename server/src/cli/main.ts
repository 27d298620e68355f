import { sentenceFor } from '../app/terminal.ts';
import { type Command, exits } from './command.ts';

/** Every command: what it does, and where it is. */
const commands: Record<string, [string, () => Promise<Command>]> = {
  init: ['建立数据库和一个受理中心', () => import('./init.ts')],
  migrate: ['把数据库更新到当前版本', () => import('./migrate.ts')],
  backup: ['备份数据库，服务运行时也可使用', () => import('./backup.ts')],
  restore: ['恢复备份', () => import('./restore.ts')],
  demo: ['在空数据库里建立演示城市', () => import('./demo.ts')],
  train: ['用历史诉求训练分类推荐模型', () => import('./train.ts')],
  simulate: ['模拟来电（不需要电话系统）', () => import('./simulate.ts')],
  user: ['添加、停用人员，重置密码', () => import('./user.ts')],
  verify: ['核对数据库：事件、计数与承诺是否一致', () => import('./verify.ts')],
  import: ['导入其他系统的历史工单（CSV 或 JSON Lines）', () => import('./import.ts')],
};

const [name = '', ...args] = process.argv.slice(2);
const [, load] = Object.hasOwn(commands, name) ? (commands[name] ?? []) : [];
if (!load) {
  const list = Object.entries(commands).map(([command, [words]]) => `  ${command.padEnd(10)}${words}`);
  process.stderr.write(`用法：hotline <命令> [选项]，--help 查看选项\n${list.join('\n')}\n`);
  process.exitCode = name === '' || name === '--help' ? exits.ok : exits.usage;
} else {
  const command = await load();
  process.exitCode = await run(command);
}

async function run(command: Command): Promise<number> {
  if (args.includes('--help')) {
    process.stdout.write(`${command.usage}\n`);
    return exits.ok;
  }
  try {
    return await command.run(args);
  } catch (error) {
    const misused = String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS');
    const sentence = sentenceFor(error);
    // A fault of the program: whoever maintains it needs where it was thrown.
    process.stderr.write(`${sentence ?? (error instanceof Error ? error.stack : String(error))}\n`);
    if (misused) process.stderr.write(`${command.usage}\n`);
    return misused ? exits.usage : exits.failed;
  }
}
