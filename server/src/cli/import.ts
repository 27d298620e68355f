import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { byteOrderMark, csvLine } from '@hotline/shared/csv';
import { openHotline } from '../app/hotline.ts';
import { readMapping } from '../imports/mapping.ts';
import { encodings, readRecords } from '../imports/records.ts';
import { type ImportReport, importRows, type RefusedRow } from '../imports/run.ts';
import { commonOptions, exits, misuse, readJson, withStore } from './command.ts';

export const usage = `hotline import FILE --centre ID --map MAPPING.json [选项]
  FILE 为 CSV 或 JSON Lines（.jsonl）；映射见 docs/import.md。已导入的外部编号不会重复导入。
  --dry-run           只检查，不写入
  --encoding 编码     utf-8（默认）或 gb18030
  --limit N           只读前 N 行
  --errors FILE       未导入的行及原因写入 CSV（默认写到标准错误）
  --database URL      数据库（默认 HOTLINE_DATABASE）
  --json              结果以 JSON 输出
  退出码：0 全部导入或已导入，1 失败，2 用法不对，3 有未导入的行`;

export async function run(args: string[]): Promise<number> {
  const options = {
    ...commonOptions,
    centre: { type: 'string' },
    map: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    encoding: { type: 'string', default: 'utf-8' },
    limit: { type: 'string' },
    errors: { type: 'string' },
  } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [file] = positionals;
  const { centre: centreId, map, limit } = values;
  if (!file || positionals.length > 1 || !centreId || !map) throw misuse('请给出一个文件、--centre 和 --map。');
  const encoding = encodings.find((e) => e === values.encoding);
  if (!encoding) throw misuse(`--encoding 须为 ${encodings.join(' 或 ')}。`);
  if (limit !== undefined && !/^[1-9]\d{0,8}$/.test(limit)) throw misuse('--limit 须为正整数。');
  const mapping = readMapping(readJson(map));
  const bytes = statSync(file, { throwIfNoEntry: false })?.size;
  if (bytes === undefined) throw new Error(`没有文件 ${file}。`);
  const dryRun = values['dry-run'];

  const startedMs = performance.now();
  const progress = openProgress(bytes);
  const refused = openRefused(values.errors, progress.clear);
  const use = { writes: dryRun ? null : 'hotline import', mustExist: true };
  const report = await withStore(values.database, use, async (store) => {
    const hotline = await openHotline(store);
    const rows = readRecords(file, encoding, progress.read);
    return importRows(hotline, rows, {
      centreId,
      mapping,
      dryRun,
      ...(limit ? { limit: Number(limit) } : {}),
      onRefused: refused.add,
      onProgress: progress.show,
    }).finally(() => hotline.writer.close());
  }).finally(() => {
    progress.clear();
    refused.close();
  });
  const seconds = Math.round((performance.now() - startedMs) / 10) / 100;
  if (values.json) process.stdout.write(`${JSON.stringify({ file, centreId, dryRun, ...report, seconds })}\n`);
  else process.stdout.write(`${summary(report, dryRun)}用时 ${seconds} 秒。\n`);
  return report.refused > 0 ? exits.partial : exits.ok;
}

function summary(report: ImportReport, dryRun: boolean): string {
  const { rows, imported, known, refused } = report;
  const nothing = imported === 0 && known > 0 ? '没有新的工单。' : '';
  const done = dryRun ? '可导入' : '已导入';
  const reasons = Object.entries(report.reasons).map(([why, n]) => `  ${why} × ${n}\n`);
  const absent = report.absentColumns.map((column) => `没有一行含有列「${column}」，请核对映射。\n`);
  return [
    `${dryRun ? '试运行：' : ''}读取 ${rows} 行，${done} ${imported}，此前已导入 ${known}，未导入 ${refused}。${nothing}\n`,
    ...reasons,
    ...absent,
  ].join('');
}

/** One line on a terminal, nothing elsewhere. */
function openProgress(bytes: number) {
  const { stderr } = process;
  let read = 0;
  let shownMs = 0;
  const clear = () => void (stderr.isTTY && stderr.write('\r\x1b[2K'));
  return {
    read: (count: number) => {
      read += count;
    },
    show: ({ rows, refused }: ImportReport) => {
      if (!stderr.isTTY || performance.now() - shownMs < 100) return;
      shownMs = performance.now();
      const part = bytes === 0 ? 1 : read / bytes;
      const bar = '█'.repeat(Math.round(part * 30)).padEnd(30, '░');
      stderr.write(`\r\x1b[2K${bar} ${Math.floor(part * 100)}% 第 ${rows} 行，未导入 ${refused}`);
    },
    clear,
  };
}

/** Refused rows, as CSV in a file or as lines on stderr. */
function openRefused(file: string | undefined, clear: () => void) {
  if (file === undefined) {
    const add = ({ row, externalNumber, reason }: RefusedRow) => {
      clear();
      process.stderr.write(`第 ${row} 行${externalNumber ? `（${externalNumber}）` : ''}：${reason}\n`);
    };
    return { add, close: () => undefined };
  }
  const handle = openSync(file, 'w');
  writeSync(handle, byteOrderMark + csvLine(['row', 'externalNumber', 'why', 'reason']));
  const add = ({ row, externalNumber, why, reason }: RefusedRow) =>
    void writeSync(handle, csvLine([row, externalNumber, why, reason]));
  return { add, close: () => closeSync(handle) };
}
