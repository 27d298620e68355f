import type { Encoding, Reading } from '@hotline/shared/imports/reading';
import { Refusal } from '@hotline/shared/refusal';
import { delimitedLines, delimiterOf, lineEndsOf } from './delimited.ts';
import { decoded, detectEncoding, headOf } from './encoding.ts';
import type { Line } from './line.ts';
import { markupLines } from './markup.ts';
import { readWorkbook } from './workbook.ts';

export type Opened = {
  readonly format: 'workbook' | 'markup' | 'delimited' | 'jsonLines';
  readonly encoding: Encoding | null;
  readonly delimiter: string | null;
  readonly sheets: readonly string[];
  readonly sheet: string | null;
};
type OpenedFile = Opened & { lines(): AsyncIterable<Line> | Iterable<Line>; text(): AsyncGenerator<string> };

/** Looks at the bytes, not at the name: an “.xls” may be a page, a workbook or a table of tabs. @throws Refusal */
export async function openFile(
  file: string,
  reading: Reading,
  onBytes: (count: number) => void = () => undefined,
): Promise<OpenedFile> {
  const head = await headOf(file, 65_536);
  if (head.length === 0) throw new Refusal('invalid', '文件是空的，请重新选择。');
  if (isWorkbook(head)) return openWorkbook(file, reading.sheet);
  refuseOthers(head);
  const encoding = reading.encoding ?? (await detectEncoding(file));
  const text = () => decoded(file, encoding, onBytes);
  const start = new TextDecoder(encoding).decode(head);
  refuseNoText(start);
  const plain = { encoding, delimiter: null, sheets: [], sheet: null, text };
  if (/^\s*(<\?xml|<!doctype|<html|<table|<meta|<head|<style)/i.test(start))
    return { ...plain, format: 'markup', lines: () => markupLines(text()) };
  if (/^\s*\{\s*"/.test(start) || /\.(jsonl|ndjson)$/i.test(file))
    return { ...plain, format: 'jsonLines', lines: () => [] };
  const delimiter = reading.delimiter ?? delimiterOf(start);
  return {
    ...plain,
    format: 'delimited',
    delimiter,
    lines: () => delimitedLines(text(), delimiter, lineEndsOf(start)),
  };
}

async function openWorkbook(file: string, wanted: string | undefined): Promise<OpenedFile> {
  const sheets = await readWorkbook(file);
  const names = sheets.map(({ name }) => name);
  const chosen =
    wanted === undefined ? sheets.find(({ lines }) => !lines().next().done) : sheets.find((s) => s.name === wanted);
  if (!chosen)
    throw new Refusal('invalid', wanted === undefined ? '工作簿里没有内容。' : `工作簿里没有工作表「${wanted}」。`);
  return {
    format: 'workbook',
    encoding: null,
    delimiter: null,
    sheets: names,
    sheet: chosen.name,
    lines: chosen.lines,
    text: async function* () {},
  };
}

const startsWith = (head: Buffer, hex: string) => head.subarray(0, hex.length / 2).toString('hex') === hex;
/** A zip (XLSX, ODS) or an OLE container (XLS, or an encrypted XLSX). */
const isWorkbook = (head: Buffer) => startsWith(head, '504b0304') || startsWith(head, 'd0cf11e0');

function refuseOthers(head: Buffer): void {
  const found = otherFormats.find(([hex]) => startsWith(head, hex));
  if (found)
    throw new Refusal('unsupportedType', `这是${found[1]}，不能导入。请选择 Excel 表格、CSV 或其他文本表格文件。`);
}

/** Control characters beside line ends and tabs: a few stand in what old systems write, many only in what is no text. */
function refuseNoText(start: string): void {
  const controls = start.match(/(?!\s)\p{Cc}/gu)?.length ?? 0;
  if (controls * 100 > start.length)
    throw new Refusal(
      'unsupportedType',
      '这个文件不是文本表格，或编码选得不对。请在 Excel 里另存为 .xlsx 或「CSV UTF-8」后重新选择。',
    );
}

const otherFormats = [
  ['25504446', ' PDF 文件'],
  ['52617221', ' RAR 压缩包'],
  ['377abcaf', ' 7z 压缩包'],
  ['1f8b', ' gzip 压缩包'],
  ['89504e47', '图片'],
  ['ffd8ff', '图片'],
] as const;
