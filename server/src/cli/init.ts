import { parseArgs } from 'node:util';
import { migrate } from '@hotline/db/migrate';
import { foundCentre, readNewCentre } from '../admin/centres/found.ts';
import { commonOptions, exits, misuse, readJson, withStore } from './command.ts';

export const usage = `hotline init CENTRE.json [--database URL] [--json]
hotline init --id ID --path 'fz.' --name 名称 --region 350100 [--rules RULES.json] [--database URL] [--json]
  建立（或更新）数据库，并建立一个受理中心：国务院办公厅节假日日历，默认时限规则或给定的规则。`;

export async function run(args: string[]): Promise<number> {
  const options = {
    ...commonOptions,
    id: { type: 'string' },
    path: { type: 'string' },
    name: { type: 'string' },
    region: { type: 'string' },
    rules: { type: 'string' },
  } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [file] = positionals;
  if (!file && !(values.id && values.path && values.name && values.region))
    throw misuse('请给出受理中心的文件，或 --id、--path、--name、--region。');
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
