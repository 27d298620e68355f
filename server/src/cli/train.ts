import { parseArgs } from 'node:util';
import { loadCatalog } from '@hotline/db/centre/catalog';
import { Refusal } from '@hotline/shared/refusal';
import { newId } from '../app/ids.ts';
import { percent, type Report, train } from '../finding/train.ts';
import { commonOptions, exits, withStore } from './command.ts';

export const usage = `hotline train [--centre ID] [--database URL] [--json]
  用各中心自己的历史诉求训练分类推荐模型，并在留出的最新部分上给出成绩；比现用模型差的不启用，保留最近五个。
  服务正在运行时，请由管理员调用 POST /api/suggestions/model。`;

export async function run(args: string[]): Promise<number> {
  const options = { ...commonOptions, centre: { type: 'string' } } as const;
  const { values } = parseArgs({ args, options });
  const use = { writes: 'hotline train', mustExist: true };
  const reports = await withStore(values.database, use, async (store) => {
    const { centres, categories } = await loadCatalog(store.reader);
    const wanted = centres.filter((c) => values.centre === undefined || c.id === values.centre);
    if (wanted.length === 0) throw new Refusal('notFound', '没有这个受理中心，请核对 --centre。');
    const trained: (Report & { centre: string })[] = [];
    for (const { id, name } of wanted) {
      const centre = { id, categories: categories.filter((c) => c.centreId === id && c.retiredAt === null) };
      const at = { id: newId(), now: new Date().toISOString() };
      const report = await train(store.url, centre, at, (command) => store.writer.transaction().execute(command));
      trained.push({ centre: name, ...report });
    }
    return trained;
  });
  const lines = reports.map(
    ({ centre, examples, heldOut }) =>
      `${centre}：${examples} 件，留出 ${heldOut.examples} 件；准确率 ${percent(heldOut.accuracy)}，宏平均 F1 ${percent(heldOut.macroF1)}，前三命中 ${percent(heldOut.topThree)}\n`,
  );
  process.stdout.write(values.json ? `${JSON.stringify(reports)}\n` : lines.join(''));
  return exits.ok;
}
