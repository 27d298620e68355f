import { closeSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Found } from '@hotline/shared/api/imports';
import { byteOrderMark, csvLine } from '@hotline/shared/csv';
import type { Mapping } from '@hotline/shared/imports/mapping';
import { encodings, Reading } from '@hotline/shared/imports/reading';
import type { Directory } from '@hotline/shared/people/directory';
import { Refusal } from '@hotline/shared/refusal';
import { Check } from 'typebox/value';
import { openHotline } from '../app/hotline.ts';
import { newId } from '../app/ids.ts';
import { readMapping } from '../imports/mapping.ts';
import { type ImportReport, outcomeOf } from '../imports/outcome.ts';
import { proposeMapping } from '../imports/propose.ts';
import { questionsOf } from '../imports/questions.ts';
import type { SourceRow } from '../imports/reading/line.ts';
import { importRows, type RefusedRow } from '../imports/run.ts';
import { commandLineRun } from '../migration/commandLineRun.ts';
import { normalise, normalisedRows } from '../migration/normalise.ts';
import { commonOptions, exits, misuse, readJson, withStore } from './command.ts';
import { openProgress } from './progress.ts';

export const usage = `hotline import FILE --centre ID [--map MAPPING.json] [选项]
  FILE 为 Excel 表格、CSV 等文本表格、网页表格（.xls）或 JSON Lines；映射见 docs/import.md。已导入的外部编号不会重复导入。
  --map FILE          对应关系；不给时按表头推断，还要回答的问题会列出来
  --propose FILE      把推断的对应关系写入文件，修改后用 --map 给出，不导入
  --dry-run           只检查，不写入
  --encoding 编码     ${encodings.join('、')}；不给时自动识别
  --delimiter 字符    列与列之间的字符；不给时自动识别
  --sheet 名称        工作表；不给时取第一个有内容的
  --header-row N      表头所在的行；不给时自动识别
  --limit N           只读前 N 行
  --errors FILE       未导入的行及原因写入 CSV，原有各列在后（默认写到标准错误）
  --database URL      数据库（默认 HOTLINE_DATABASE）
  --json              结果以 JSON 输出
  退出码：0 全部导入或已导入，1 失败，2 用法不对，3 有未导入的行`;

export async function run(args: string[]): Promise<number> {
  const options = {
    ...commonOptions,
    centre: { type: 'string' },
    map: { type: 'string' },
    propose: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    encoding: { type: 'string' },
    delimiter: { type: 'string' },
    sheet: { type: 'string' },
    'header-row': { type: 'string' },
    limit: { type: 'string' },
    errors: { type: 'string' },
  } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [file] = positionals;
  const { centre: centreId, limit } = values;
  if (!file || positionals.length > 1 || !centreId) throw misuse('请给出一个文件和 --centre。');
  if (limit !== undefined && !/^[1-9]\d{0,8}$/.test(limit)) throw misuse('--limit 须为正整数。');
  const reading = readingOf(values);
  const given = values.map === undefined ? null : readMapping(readJson(values.map));
  const bytes = statSync(file, { throwIfNoEntry: false })?.size;
  if (bytes === undefined) throw new Refusal('notFound', `没有文件 ${file}。`);
  const dryRun = values['dry-run'];

  const startedMs = performance.now();
  const rowsFile = join(tmpdir(), `hotline-import-${newId()}.rows`);
  process.on('exit', () => rmSync(rowsFile, { force: true }));
  const found = await normalise(file, rowsFile, reading);
  const mapping = given ?? proposeMapping(found);
  if (values.propose !== undefined) {
    writeFileSync(values.propose, `${JSON.stringify(mapping, null, 2)}\n`);
    process.stdout.write(`${inWords(found)}对应关系已写入 ${values.propose}。\n`);
    return exits.ok;
  }
  const progress = openProgress(found.rows);
  const refused = openRefused(values.errors, found, progress.clear);
  const use = { writes: dryRun ? null : 'hotline import', mustExist: true };
  const { report, runId } = await withStore(values.database, use, async (store) => {
    const hotline = await openHotline(store);
    const work = async () => {
      refuseOpenQuestions(found, mapping, hotline.catalog.directory(), centreId);
      const run = dryRun ? null : await commandLineRun(hotline, { centreId, file, bytes, found, reading, mapping });
      const done = await importRows(hotline, normalisedRows(rowsFile), {
        ...{ centreId, mapping, dryRun, onRefused: refused.add },
        ...(limit ? { limit: Number(limit) } : {}),
        ...(run ? { runId: run.id } : {}),
        onProgress: (report, place) => {
          progress.show(place, report.refused);
          return true;
        },
      });
      await run?.finish(done);
      return { report: done, runId: run?.id ?? null };
    };
    return work().finally(() => hotline.writer.close());
  }).finally(() => {
    progress.clear();
    refused.close();
  });
  const seconds = Math.round((performance.now() - startedMs) / 10) / 100;
  if (values.json) process.stdout.write(`${JSON.stringify({ file, centreId, dryRun, runId, ...report, seconds })}\n`);
  else process.stdout.write(`${inWords(found)}${summary(report, dryRun)}用时 ${seconds} 秒。\n`);
  return report.refused > 0 ? exits.partial : exits.ok;
}

function readingOf(values: {
  encoding?: string | undefined;
  delimiter?: string | undefined;
  sheet?: string | undefined;
  'header-row'?: string | undefined;
}): Reading {
  const { encoding, delimiter, sheet } = values;
  const headerRow = values['header-row'];
  const reading = {
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter: delimiter.replace('\\t', '\t') }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(headerRow === undefined ? {} : { headerRow: Number(headerRow) }),
  };
  if (!encodings.some((e) => e === (encoding ?? 'utf-8'))) throw misuse(`--encoding 须为 ${encodings.join('、')}。`);
  if (!Check(Reading, reading)) throw misuse('--delimiter 须为常用的分隔符，--header-row 须为正整数。');
  return reading;
}

/** @throws Error listing every question that a mapping has to answer */
function refuseOpenQuestions(found: Found, mapping: Mapping, directory: Directory, centreId: string): void {
  if (!directory.centres.has(centreId))
    throw new Refusal('notFound', `没有受理中心「${centreId}」，请先用 hotline init 建立。`);
  const questions = questionsOf(found, mapping, directory, centreId).filter(
    // A given mapping may leave the rows of unknown words and departments out, and each is told.
    ({ what }) => what === 'garbled' || what === 'missing' || what === 'duplicate' || what === 'order',
  );
  if (questions.length === 0) return;
  const sentences = questions.map(({ sentence }) => `  ${sentence}`).join('\n');
  throw new Refusal('conflict', `还有问题要先回答（用 --propose 写出对应关系，修改后用 --map 给出）：\n${sentences}`);
}

function inWords({ format, encoding, delimiter, sheet, headerRow, rows, columns }: Found): string {
  const how = { workbook: `工作表「${sheet}」`, markup: `网页表格，${encoding}`, jsonLines: `JSON Lines，${encoding}` };
  const between = delimiter === '\t' ? '制表符' : `「${delimiter}」`;
  const kind = format === 'delimited' ? `文本表格，${encoding}，以${between}分隔` : how[format];
  return `${kind}${headerRow === null ? '' : `，表头在第 ${headerRow} 行`}，${columns.length} 列 ${rows} 行。\n`;
}

function summary(report: ImportReport, dryRun: boolean): string {
  const { rows, imported, open, known, refused } = report;
  const nothing = imported === 0 && known > 0 ? '没有新的工单。' : '';
  const done = dryRun ? '可导入' : '已导入';
  const stillOpen = open > 0 ? `（其中在办 ${open}）` : '';
  const { problems } = outcomeOf(report);
  const listed = (isRefused: boolean) =>
    problems
      .filter((p) => p.isRefused === isRefused)
      .map(
        ({ term, count, examples: [first] }) => `  ${term} × ${count}${first ? `，首见于第 ${first.row} 行` : ''}\n`,
      );
  const absent = report.absentColumns.map((column) => `没有一行含有列「${column}」，请核对映射。\n`);
  const alarms = Object.keys(report.alarms).length > 0 ? ['已导入但有内容留空或记入备注：\n'] : [];
  return [
    `${dryRun ? '试运行：' : ''}读取 ${rows} 行，${done} ${imported}${stillOpen}，此前已导入 ${known}，未导入 ${refused}。${nothing}\n`,
    ...listed(true),
    ...alarms,
    ...listed(false),
    ...absent,
  ].join('');
}

/** Refused rows, as CSV in a file with their own columns, or as lines on stderr. */
function openRefused(file: string | undefined, found: Found, clear: () => void) {
  if (file === undefined) {
    const add = ({ row, externalNumber, reason }: RefusedRow) => {
      clear();
      process.stderr.write(`第 ${row} 行${externalNumber ? `（${externalNumber}）` : ''}：${reason}\n`);
    };
    return { add, close: () => undefined };
  }
  const handle = openSync(file, 'w');
  const headings = found.columns.map(({ heading }) => heading);
  writeSync(handle, byteOrderMark + csvLine(['row', 'externalNumber', 'why', 'reason', ...headings]));
  const add = ({ row, externalNumber, why, reason }: RefusedRow, source: SourceRow) => {
    const cells = 'values' in source ? found.columns.map(({ name }) => source.values[name] ?? '') : [];
    writeSync(handle, csvLine([row, externalNumber, why, reason, ...cells]));
  };
  return { add, close: () => closeSync(handle) };
}
