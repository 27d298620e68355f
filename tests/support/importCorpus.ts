import { writeXlsx } from 'hucre';
import iconv from 'iconv-lite';

/** A matter as the old system knew it; times are of the wall clock, `2026-03-02 09:30:00`. */
export type OldMatter = {
  no: string;
  asked: string;
  replied: string;
  title: string;
  content: string;
  reply: string;
  name: string;
  phone: string;
  kind: '投诉' | '咨询' | '求助';
  department: string;
};
/** Rows that no clerk could read either: by their outside number, or the row of a footer. */
export type CorpusFile = { name: string; bytes: Uint8Array; known: OldMatter[]; broken: readonly string[] };

type Cell = string | number | Date;
type Sheet = { lines: Cell[][]; merges?: { startRow: number; startCol: number; endRow: number; endCol: number }[] };

const departments = ['市水务集团', '市城管局', '市交通局'];
const kinds = ['投诉', '咨询', '求助'] as const;
const two = (n: number) => String(n).padStart(2, '0');

/** Different in every file and every row; commas, quotes, line breaks and rare characters among them. */
function matters(file: number): OldMatter[] {
  const words = [
    '路灯不亮，已三天',
    '水管"漏水"',
    '夜间施工噪声扰民；请处理',
    '王䶮反映：电梯坏了\n第二行',
    '公交|改线',
    '井盖\t松动',
  ];
  return Array.from({ length: 12 }, (_, i) => ({
    no: `FZ${file}-${1000 + i}`,
    asked: `2026-0${(i % 3) + 2}-${two(13 + i)} ${two(8 + (i % 10))}:${two((i * 7) % 60)}:00`,
    replied: `2026-0${(i % 3) + 4}-${two(13 + i)} ${two(9 + (i % 9))}:${two((i * 11) % 60)}:00`,
    title: `${words[(file + i) % 4]?.split('\n')[0]}${i}`,
    content: `${words[(file + i) % words.length]}，第 ${i} 件，请尽快处理。`,
    reply: `您好，第 ${i} 件已处理完毕，感谢来电。`,
    name: ['陈女士', '林先生', '黄依妹'][i % 3] ?? '',
    phone: `1390000${1000 + i}`,
    kind: kinds[i % 3] ?? '求助',
    department: departments[(file + i) % 3] ?? '',
  }));
}

/** How offices write a time; `Date` is a cell of a workbook. */
const dateForms: ((wall: string) => Cell)[] = [
  (w) => w,
  (w) => w.replace(/-0?/g, '/').replace(' 0', ' ').slice(0, -3),
  (w) => w.replaceAll('-', '.'),
  (w) => w.replace(/[-: ]/g, ''),
  (w) => `${w.slice(0, 4)}年${Number(w.slice(5, 7))}月${Number(w.slice(8, 10))}日 ${half(w)}`,
  (w) => w.replace(' ', 'T'),
  (w) => w.replace(' ', 'T').concat('+08:00'),
  (w) => w.replace(/[0-9]/g, (d) => String.fromCharCode(0xff10 + Number(d))).replaceAll(':', '：'),
  (w) => `${w.slice(8, 10)}/${w.slice(5, 7)}/${w.slice(0, 4)} ${w.slice(11)}`,
  (w) => `${w.slice(0, 10)} (星期一) ${w.slice(11, 16)}`,
  (w) => String(Date.parse(`${w.replace(' ', 'T')}Z`) / 86_400_000 + 25_569),
  (w) => `${w.slice(0, 4)}年${w.slice(5, 7)}月${w.slice(8, 10)}日${Number(w.slice(11, 13))}时${w.slice(14, 16)}分`,
];
const half = (wall: string) => {
  const hour = Number(wall.slice(11, 13));
  return `${hour < 12 ? '上午' : '下午'} ${hour > 12 ? hour - 12 : hour}:${wall.slice(14, 16)}`;
};
const asDate = (wall: string): Cell => new Date(`${wall.replace(' ', 'T')}Z`);
const asSerial = (wall: string): Cell => Date.parse(`${wall.replace(' ', 'T')}Z`) / 86_400_000 + 25_569;

type Heading = { [K in keyof OldMatter]: string };
const headings: Heading[] = [
  {
    ...{
      no: '工单编号',
      asked: '受理时间',
      replied: '办结时间',
      title: '标题',
      content: '诉求内容',
      reply: '答复内容',
    },
    ...{ name: '诉求人', phone: '联系电话', kind: '诉求类型', department: '承办单位' },
  },
  {
    ...{
      no: '*编号（必填）',
      asked: '来电时间',
      replied: '回复时间',
      title: '主题',
      content: '问题描述',
      reply: '办理结果',
    },
    ...{ name: '姓名', phone: '手机号码', kind: '工单类型', department: '办理单位' },
  },
  {
    ...{
      no: '受理编号：',
      asked: '登记 日期',
      replied: '反馈时间',
      title: '工单标题',
      content: '反映内容',
      reply: '回复意见',
    },
    ...{ name: '来电人', phone: '来电号码', kind: '事项类型', department: '责任部门' },
  },
];
const traditionalHeading = 9;
const traditional: Heading = {
  ...{ no: '工單編號', asked: '受理時間', replied: '辦結時間', title: '標題', content: '訴求內容', reply: '答覆內容' },
  ...{ name: '訴求人', phone: '聯繫電話', kind: '訴求類型', department: '承辦單位' },
};
const order: (keyof OldMatter)[] = [
  ...(['no', 'asked', 'title', 'content', 'name', 'phone', 'kind', 'department', 'reply', 'replied'] as const),
];

type Shape = { heading: number; date: (wall: string) => Cell; titles: number; isBroken: boolean; phone?: number };

function sheetOf(known: OldMatter[], { heading, date, titles, isBroken, phone = 0 }: Shape): Sheet {
  const names = heading === traditionalHeading ? traditional : (headings[heading] ?? headings[0]);
  const cells = (m: OldMatter): Cell[] =>
    order.map((key) => {
      if (key === 'asked' || key === 'replied') return date(m[key]);
      return key === 'phone' ? (phoneForms[phone % phoneForms.length]?.(m.phone) ?? m.phone) : m[key];
    });
  const broken = isBroken ? brokenRows(known, cells) : [];
  const above = [['福州市 12345 热线工单明细'], ['导出时间：2026-06-01', '', '', '单位：件']].slice(0, titles);
  const wide = (line: Cell[]) => [...line, ...Array<Cell>(order.length - line.length).fill('')];
  const header = order.map((key) => names?.[key] ?? '');
  return { lines: [...above.map(wide), header, ...known.map(cells), ...broken.map(wide)] };
}

const phoneForms: ((mobile: string) => string)[] = [
  (m) => m,
  (m) => `+86 ${m.slice(0, 3)} ${m.slice(3, 7)} ${m.slice(7)}`,
  (m) => `${m.slice(0, 3)}-${m.slice(3, 7)}-${m.slice(7)}`,
  (m) => m.replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d))),
];

export const brokenNumbers = ['坏-1', '坏-2', '坏-3', '坏-4'];

function brokenRows(known: OldMatter[], cells: (m: OldMatter) => Cell[]): Cell[][] {
  const first = known[0];
  if (!first) return [];
  const put = (no: string, change: Partial<Record<keyof OldMatter, Cell>>) => {
    const line = cells({ ...first, no });
    for (const [key, cell] of Object.entries(change)) line[order.indexOf(key as keyof OldMatter)] = cell;
    return line;
  };
  return [
    put('坏-1', { asked: '2026-02-30 10:00:00' }),
    put('坏-2', { content: ' ' }),
    put('坏-3', { replied: '待定' }),
    put('坏-4', { kind: '其他事' }),
    cells(first),
    ['', '合计', '', `共 ${known.length} 件`],
  ];
}

const text = (cell: Cell) => (cell instanceof Date ? cell.toISOString() : String(cell));
const quoted = (cell: string, delimiter: string) =>
  /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;

function delimited({ lines }: Sheet, delimiter: string, end = '\r\n'): string {
  return lines.map((line) => line.map((cell) => quoted(text(cell), delimiter)).join(delimiter)).join(end) + end;
}

function page({ lines }: Sheet, charset: string): string {
  const cell = (c: Cell, tag: string) =>
    `<${tag} style='mso-number-format:"\\@"'>${text(c).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br/>')}</${tag}>`;
  const rows = lines.map((line, i) => `<tr>${line.map((c) => cell(c, i === 0 ? 'th' : 'td')).join('')}</tr>`);
  return `<html><head><meta charset="${charset}"><style>td{white-space:pre}</style></head><body>\n<table border=1>${rows.join('\n')}</table></body></html>`;
}

const oldXml = ({ lines }: Sheet): string =>
  `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns:ss="urn:x"><Worksheet ss:Name="a"><Table>${lines
    .map(
      (line) =>
        `<Row>${line.map((c) => `<Cell><Data ss:Type="String">${text(c).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '&#10;')}</Data></Cell>`).join('')}</Row>`,
    )
    .join('')}</Table></Worksheet></Workbook>`;

const workbook = async ({ lines, merges }: Sheet): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [
      {
        name: '工单',
        rows: lines,
        columns: order.map((key) => (key === 'asked' || key === 'replied' ? { numFmt: 'yyyy-mm-dd hh:mm:ss' } : {})),
        ...(merges ? { merges } : {}),
      },
    ],
  });

/** One department for three rows each, written once and merged; a heading over two columns above the header. */
async function merged(known: OldMatter[]): Promise<Uint8Array> {
  const sheet = sheetOf(known, { heading: 0, date: asDate, titles: 1, isBroken: false });
  const column = order.indexOf('department');
  const merges = [{ startRow: 0, startCol: 0, endRow: 0, endCol: order.length - 1 }];
  for (let i = 0; i < known.length; i += 3) {
    for (const j of [1, 2]) {
      const one = known[i + j];
      if (one) one.department = known[i]?.department ?? '';
      const line = sheet.lines[2 + i + j];
      if (line) line[column] = '';
    }
    merges.push({ startRow: 2 + i, startCol: column, endRow: 2 + i + 2, endCol: column });
  }
  return workbook({ ...sheet, merges });
}

const encodings: [string, (text: string) => Buffer][] = [
  ['utf8', (t) => Buffer.from(t)],
  ['utf8-bom', (t) => Buffer.from(`\uFEFF${t}`)],
  ['gb18030', (t) => iconv.encode(t, 'gb18030')],
  ['utf16le-bom', (t) => Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(t, 'utf-16le')])],
  ['utf16be-bom', (t) => Buffer.concat([Buffer.from([0xfe, 0xff]), iconv.encode(t, 'utf-16be')])],
  ['utf16le', (t) => iconv.encode(t, 'utf-16le')],
];

/** Forty files: encodings × delimiters × headers × ways to write a time × broken rows. */
export async function corpus(): Promise<CorpusFile[]> {
  const files: CorpusFile[] = [];
  const add = async (
    name: string,
    make: (known: OldMatter[], i: number) => Promise<Uint8Array> | Uint8Array,
    isBroken: boolean,
  ) => {
    const known = matters(files.length);
    const bytes = await make(known, files.length);
    files.push({ name, bytes, known, broken: isBroken ? brokenNumbers : [] });
  };
  const delimiters = [',', '\t', ';', '|', '，'];
  const shape = (i: number, isBroken: boolean): Shape => ({
    heading: i % 3,
    date: dateForms[i % dateForms.length] ?? ((w) => w),
    titles: (i >> 1) % 3,
    isBroken,
    phone: i % 4,
  });
  for (const [e, [encoding, encode]] of encodings.entries())
    for (const [d, delimiter] of delimiters.slice(0, e < 3 ? 5 : 3).entries()) {
      const isBroken = (e + d) % 2 === 1;
      const end = d === 3 ? '\n' : '\r\n';
      await add(
        `${encoding} ${JSON.stringify(delimiter)}`,
        (known, i) => encode(delimited(sheetOf(known, shape(i, isBroken)), delimiter, end)),
        isBroken,
      );
    }
  for (const [i, date] of [asDate, asSerial, ...dateForms.slice(0, 7)].entries())
    await add(`workbook ${i}`, (known) => workbook(sheetOf(known, { ...shape(i, i % 2 === 1), date })), i % 2 === 1);
  await add('workbook merged', merged, false);
  for (const [i, encoding] of ['utf-8', 'gb18030', 'big5', 'utf-8'].entries())
    await add(
      `page ${encoding} ${i}`,
      (known, n) => {
        const form: Shape = {
          ...shape(n, i === 3),
          ...(encoding === 'big5' ? { heading: traditionalHeading, titles: 0, date: (w: string) => w } : {}),
        };
        return iconv.encode(page(sheetOf(plain(known, encoding), form), encoding), encoding);
      },
      i === 3,
    );
  await add('xml 2003', (known, i) => Buffer.from(oldXml(sheetOf(known, shape(i, true)))), true);
  await add(
    'json lines',
    (known) =>
      Buffer.from(
        known.map((m) => JSON.stringify(Object.fromEntries(order.map((k) => [headings[0]?.[k], m[k]])))).join('\n'),
      ),
    false,
  );
  return files;
}

/** Big5 holds no simplified characters: what it writes then is another file’s affair. */
function plain(known: OldMatter[], encoding: string): OldMatter[] {
  if (encoding !== 'big5') return known;
  for (const m of known) {
    for (const key of ['title', 'content', 'reply', 'name'] as const) m[key] = `路燈不亮，請儘快處理，謝謝。${m.no}`;
    m.department = 'import-dept';
    m.kind = '求助';
  }
  return known;
}
