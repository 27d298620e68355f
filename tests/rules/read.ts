import { parseAst } from 'vite';

/** One file as the rules see it. `path` is relative to the repository. */
export type Source = {
  path: string;
  /** What it imports, types included, as written. */
  imports: readonly { from: string; line: number }[];
  exports: readonly string[];
  casts: number;
  /** Of more than 80 lines. */
  longFunctions: readonly { line: number; lines: number }[];
  /** Where it asks for the time or for chance. */
  impure: readonly { line: number; what: string }[];
  /** Where it writes down itself how long a text may or must be. */
  lengths: readonly number[];
  /** Controls that have a `maxLength` and are not wired to a `Field`: the browser cuts what is put in them. */
  cutters: readonly number[];
  /** Where it uses what browsers give to secure pages alone. */
  secure: readonly { line: number; what: string }[];
};

const longLines = 80;
type Node = { type: string; start: number; end: number } & Record<string, unknown>;

export function readSource(path: string, text: string): Source {
  const lineAt = lineFinder(text);
  const imports: { from: string; line: number }[] = [];
  const exports: string[] = [];
  const longFunctions: { line: number; lines: number }[] = [];
  const impure: { line: number; what: string }[] = [];
  const secure: { line: number; what: string }[] = [];
  const lengths: number[] = [];
  const cutters: number[] = [];
  let casts = 0;
  const tree = parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node;
  for (const node of nodesOf(tree)) {
    const line = lineAt(node.start);
    if (isNode(node['source']) && typeof node['source']['value'] === 'string')
      imports.push({ from: node['source']['value'], line });
    if (node.type === 'ExportNamedDeclaration') exports.push(...namesOf(node));
    if (node.type === 'TSAsExpression' && text.slice(node.end - 5, node.end) !== 'const') casts++;
    const lines = lineAt(node.end) - line + 1;
    if (functions.has(node.type) && lines > longLines) longFunctions.push({ line, lines });
    const what = impurity(node, text);
    if (what) impure.push({ line, what });
    const member = node.type === 'MemberExpression' ? secureMember(text.slice(node.start, node.end)) : undefined;
    if (member) secure.push({ line, what: member });
    if (saysLength(node, text)) lengths.push(line);
    if (cuts(node)) cutters.push(line);
  }
  return { path, imports, exports, casts, longFunctions, impure, secure, lengths, cutters };
}

const functions = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);
const clocks = /^(Date\.now|performance\.now|Math\.random|crypto\.\w+|globalThis\.crypto\.\w+)$/;
const secureMember = (text: string) => secureOnly.exec(text)?.slice(1).find(Boolean);
const secureOnly = new RegExp(
  `^(?:window\\.|globalThis\\.)?(?:${[
    '(navigator\\.(?:clipboard|locks|serviceWorker|mediaDevices|wakeLock|storage|credentials))',
    '(crypto\\.(?:randomUUID|subtle))',
    '(caches|Notification)\\.\\w+',
  ].join('|')})$`,
);

function impurity(node: Node, text: string): string | null {
  const callee = isNode(node['callee']) ? text.slice(node['callee'].start, node['callee'].end) : '';
  if (node.type === 'CallExpression' && clocks.test(callee)) return callee;
  const isBare = Array.isArray(node['arguments']) && node['arguments'].length === 0;
  return node.type === 'NewExpression' && callee === 'Date' && isBare ? 'new Date()' : null;
}

/** `maxLength={200}`, `maxLength: 200`, `{ minLength = 1 }`, `.maxLength ?? 200`, `words.trim().length < 2`. */
function saysLength(node: Node, text: string): boolean {
  const of = (part: unknown) => (isNode(part) ? text.slice(part.start, part.end) : '');
  if (node.type === 'JSXAttribute') return lengthName.test(of(node['name'])) && /^.?\d+.?$/.test(of(node['value']));
  if (node.type === 'Property') return lengthName.test(of(node['key'])) && number.test(of(node['value']));
  if (node.type === 'VariableDeclarator') return lengthName.test(of(node['id'])) && number.test(of(node['init']));
  if (node.type !== 'AssignmentPattern' && node.type !== 'LogicalExpression' && node.type !== 'BinaryExpression')
    return false;
  const [left, right] = [of(node['left']), of(node['right'])];
  if (node.type !== 'BinaryExpression') return lengthName.test(left) && number.test(right);
  return /\.trim\(\)\.length$/.test(left) && /^\d+$/.test(right) && !/^[01]$/.test(right);
}
function cuts(node: Node): boolean {
  if (node.type !== 'JSXOpeningElement') return false;
  const attributes = listOf(node['attributes']);
  const isWired = attributes.some((a) => a.type === 'JSXSpreadAttribute');
  return !isWired && attributes.some((a) => nameOf(a['name']) === 'maxLength');
}
const lengthName = /(^|\.)(max|min)Length$/;
const number = /^[\d_]+$/;

function namesOf(node: Node): string[] {
  const declared = node['declaration'];
  if (!isNode(declared)) return listOf(node['specifiers']).map((s) => nameOf(s['exported']));
  const many = listOf(declared['declarations']).map((d) => nameOf(d['id']));
  return [nameOf(declared['id']), ...many].filter((name) => name !== '');
}

const nameOf = (id: unknown) => (isNode(id) && typeof id['name'] === 'string' ? id['name'] : '');
const listOf = (list: unknown): Node[] => (Array.isArray(list) ? list.filter(isNode) : []);
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Partial<Node>).type === 'string';

function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    if (isNode(value)) yield* nodesOf(value);
    else for (const part of listOf(value)) yield* nodesOf(part);
  }
}

function lineFinder(text: string): (at: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (at) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}
