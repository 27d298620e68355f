import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { migrate } from '@hotline/db/migrate';
import { byteOrderMark, csvLine } from '@hotline/shared/csv';
import { Refusal } from '@hotline/shared/refusal';
import { foundCentre, readNewCentre } from '../admin/centres/found.ts';
import { type FirstPassword, install, prepared, readPlan } from '../installation/install.ts';
import { template } from '../installation/template.ts';
import { commonOptions, exits, misuse, readJson, withStore } from './command.ts';
import { installThroughServer } from './installThroughServer.ts';

export const usage = `hotline init --template 安装表.xlsx
  写出安装表的模板：受理中心、承办单位、人员、行政区划、诉求分类各一张工作表。
hotline init 安装表.xlsx [--dry-run] [--passwords 密码.csv] [--database URL] [--json]
  建立（或更新）数据库和表中的受理中心。有错时逐行说明怎样改，什么也不写入；--dry-run 只检查。
  自动生成的初始密码写入 --passwords 的文件（默认写到标准输出），只显示这一次。
hotline init 安装表.xlsx --server http://127.0.0.1:12345 --code 安装口令
  服务正在运行时由它写入，第一个受理中心和以后增设的都可以，不必停止服务；安装口令在服务启动时显示。
hotline init CENTRE.json [--database URL] [--json]
hotline init --id ID --path 'fz.' --name 名称 --region 350100 [--rules RULES.json] [--database URL] [--json]
  只建立一个受理中心：国务院办公厅节假日日历，默认时限规则或给定的规则。`;

const options = {
  ...commonOptions,
  id: { type: 'string' },
  path: { type: 'string' },
  name: { type: 'string' },
  region: { type: 'string' },
  rules: { type: 'string' },
  template: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  passwords: { type: 'string' },
  server: { type: 'string' },
  code: { type: 'string' },
} as const;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [file] = positionals;
  if (values.template !== undefined) {
    writeFileSync(values.template, await template());
    process.stdout.write(`模板已写入 ${values.template}。填好后运行 hotline init ${values.template}\n`);
    return exits.ok;
  }
  if (file && !file.endsWith('.json')) return fromWorkbook(file, values);
  if (values.server !== undefined)
    throw misuse('--server 只能和安装表（.xlsx）一起使用：增设的受理中心要有自己的人员。');
  if (!file && !(values.id && values.path && values.name && values.region))
    throw misuse('请给出安装表或受理中心的文件，或 --id、--path、--name、--region。');
  const centre = readNewCentre({
    ...(file ? (readJson(file) as object) : {}),
    ...(values.id ? { id: values.id } : {}),
    ...(values.path ? { path: values.path } : {}),
    ...(values.name ? { name: values.name } : {}),
    ...(values.region ? { regionCode: values.region } : {}),
    ...(values.rules ? { rules: readJson(values.rules) } : {}),
  });
  await withStore(values.database, { writes: 'hotline init' }, async (store) => {
    await migrate(store);
    await foundCentre(store, centre, new Date().toISOString());
  });
  const words = `受理中心「${centre.name}」已建立。`;
  process.stdout.write(values.json ? `${JSON.stringify({ id: centre.id, path: centre.path })}\n` : `${words}\n`);
  return exits.ok;
}

type Values = {
  database?: string | undefined;
  json?: boolean | undefined;
  'dry-run': boolean;
  passwords?: string | undefined;
  server?: string | undefined;
  code?: string | undefined;
};

async function fromWorkbook(file: string, values: Values): Promise<number> {
  const { plan, flaws } = await readPlan(file);
  for (const { sheet, row, column, sentence } of flaws)
    process.stderr.write(`「${sheet}」第 ${row} 行「${column}」：${sentence}\n`);
  if (flaws.length > 0) throw new Refusal('invalid', `共 ${flaws.length} 处要改，什么也没有写入。改好后重新运行。`);
  const { centre, departments, people } = plan;
  const counts = `受理中心「${centre.name}」，承办单位 ${departments.length} 个，人员 ${people.length} 名`;
  if (values['dry-run']) {
    process.stdout.write(`检查通过：${counts}。\n`);
    return exits.ok;
  }
  const passwords = values.server
    ? await installThroughServer(values.server, values.code ?? '', file)
    : await installHere(values.database, plan);
  if (values.passwords) writeFileSync(values.passwords, csvOf(passwords), { mode: 0o600 });
  const listed = values.passwords
    ? `初始密码已写入 ${values.passwords}，请分发后删除。\n`
    : passwords.map(({ username, name, password }) => `${username}\t${name}\t${password}\n`).join('');
  const said = values.json ? `${JSON.stringify({ id: centre.id, passwords })}\n` : `已建立${counts}。\n${listed}`;
  process.stdout.write(said);
  return exits.ok;
}

const installHere = (database: string | undefined, plan: Parameters<typeof prepared>[0]): Promise<FirstPassword[]> =>
  withStore(database, { writes: 'hotline init', whereHeld }, async (store) => {
    await migrate(store);
    const ready = await prepared(plan);
    await store.writer.transaction().execute((tx) => install(tx, ready, new Date().toISOString()));
    return ready.passwords;
  });

const whereHeld = '请用 --server 和 --code 由正在运行的服务写入，或先停止它再重试。';

const csvOf = (passwords: readonly FirstPassword[]) =>
  byteOrderMark +
  [['用户名', '姓名', '初始密码'], ...passwords.map((p) => [p.username, p.name, p.password])].map(csvLine).join('');
