import type { Chance } from '@hotline/server/demo/chance';
import { somethingSaid } from '@hotline/shared/text/saysSomething';

/** As much of JSON Schema as the contract uses. */
export type Json = {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Json[];
  readonly properties?: Readonly<Record<string, Json>>;
  readonly required?: readonly string[];
  readonly items?: Json | readonly Json[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
};

/** Words that have broken programs before, all of them text a store can keep. */
export const awkward = [
  ...[
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    "'; drop table ticket; --",
    '%',
    '_',
    '%_\\',
    '$1 ? :a',
  ],
  ...[
    '😀',
    '👨‍👩‍👧‍👦',
    '🇨🇳',
    '𠮷野家',
    'e\u0301\u0301',
    '\u200b\u2060\ufeff',
    '\u202eمرحبا בעולם',
    '测试',
    '中文编号－１',
  ],
  ...[
    ' ',
    '  两头有空格  ',
    '\n',
    '第一行\r\n第二行\n\n',
    '\t',
    '</script><b>&amp;"\'',
    '=1+1',
    '{}',
    'null',
    '[]',
    'NaN',
    '0',
    '-0',
  ],
  ...['13800138000', '0591-87654321转8001', '+14155552671', '2026-11-02T02:00:00Z', '2026-02-30', '路灯不亮'],
];
/** For fields of a form: days, instants, regions, ids, keys. */
const formed = [
  ...[
    'constructor',
    '__proto__',
    'toString',
    'A',
    'a'.repeat(64),
    '9.'.repeat(32),
    '_:-.',
    'a1',
    'fz.',
    '8001',
    'x'.repeat(32),
  ],
  ...[
    '2026-11-01',
    '2026-11-30',
    '2026-02-30',
    '0000-00-00',
    '9999-99-99',
    '2027-12-31',
    '2026-10',
    '2026-11',
    '9999-12',
  ],
  ...['2026-11-02T02:00:00.000Z', '9999-12-31T23:59:59.999Z', '0000-01-01T00:00:00.000Z', '2026-02-30T00:00:00.000Z'],
  ...['350102', '35', '00', '999999', '350102001', '350102001001', '00:00', '23:59'],
];

/** What is known by the name of a field: ids of what is there. Nothing: invented. */
export type Known = (name: string) => readonly unknown[];

/** Something the schema takes, on its edges much oftener than in its middle. */
export function boundary(schema: Json, name: string, known: Known, chance: Chance): unknown {
  if (schema.anyOf) return boundary(chance.pick(schema.anyOf), name, known, chance);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return chance.pick(schema.enum);
  const there = known(name);
  if (there.length > 0 && chance.happens(0.85)) return chance.pick(there);
  if (schema.properties) return record(schema, known, chance);
  if (schema.type === 'array') return list(schema, name, known, chance);
  if (schema.type === 'integer' || schema.type === 'number') {
    const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER } = schema;
    return chance.pick([minimum, maximum, Math.min(minimum + 1, maximum), Math.min(3, maximum)]);
  }
  if (schema.type === 'boolean') return chance.happens(0.5);
  if (schema.type === 'null') return null;
  if (schema.type === 'string') return words(schema, chance);
  return chance.pick([...awkward, null, [], {}, { [chance.pick(awkward)]: chance.pick(awkward) }]);
}

/** The same value with some of its words, where they are free, put on an edge. */
export function spoilt(schema: Json, value: unknown, chance: Chance): unknown {
  const shape = schema.anyOf?.find((s) => (value === null ? s.type === 'null' : s.type !== 'null')) ?? schema;
  if (Array.isArray(value) && shape.items && !Array.isArray(shape.items))
    return value.map((item) => spoilt(shape.items as Json, item, chance));
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && shape.properties) {
    const { properties } = shape;
    return Object.fromEntries(
      Object.entries(value).map(([name, v]) => [name, properties[name] ? spoilt(properties[name], v, chance) : v]),
    );
  }
  const isFree = typeof value === 'string' && shape.type === 'string' && !shape.enum && (shape.maxLength ?? 0) > 40;
  return isFree && (!shape.pattern || shape.pattern === somethingSaid) && chance.happens(0.7)
    ? words(shape, chance)
    : value;
}

/** How many values somebody would have to type: the leaves. */
export const leavesOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce((sum: number, inner) => sum + leavesOf(inner), 0)
    : 1;

function record({ properties = {}, required = [] }: Json, known: Known, chance: Chance): Record<string, unknown> {
  const wanted = Object.entries(properties).filter(([name]) => required.includes(name) || chance.happens(0.6));
  return Object.fromEntries(wanted.map(([name, schema]) => [name, boundary(schema, name, known, chance)]));
}

function list({ items = {}, minItems = 0, maxItems = 3 }: Json, name: string, known: Known, chance: Chance): unknown[] {
  if (Array.isArray(items)) return items.map((item) => boundary(item, name, known, chance));
  const count = chance.between(minItems, Math.min(maxItems, minItems + 3) + 1);
  return Array.from({ length: count }, () => boundary(items as Json, name, known, chance));
}

function words({ pattern, minLength = 0, maxLength = 200 }: Json, chance: Chance): string {
  if (!pattern) return onEdge(chance.pick(awkward), minLength, maxLength, chance);
  const form = new RegExp(pattern, 'u');
  const fits = [
    ...formed,
    ...wordsOfList(pattern),
    ...awkward.map((w) => onEdge(w, minLength, maxLength, chance)),
  ].filter((w) => form.test(w) && [...w].length >= minLength && [...w].length <= maxLength);
  if (fits.length === 0) throw new Error(`no word of the form ${pattern} is known: add one to boundaries.ts`);
  return chance.pick(fits);
}

/** Longer than any text a person writes; what may be longer still is a file, whose own tests know its limit. */
const longestWords = 200_000;

/** `text` as it is, as long as may be, or as short: counted in code points, as the contract does. */
function onEdge(text: string, least: number, most: number, chance: Chance): string {
  const length = chance.pick([Math.max(least, [...text].length), most, least]);
  const wanted = Math.min(Math.max(length, least), most, longestWords);
  const whole = [...text.repeat(Math.ceil(wanted / [...text].length) || 1)];
  return whole.slice(0, wanted).join('');
}

/** `^(?:a|b)(?:,(?:a|b))*$` → a and b. */
export const wordsOfList = (pattern: string): string[] => /^\^\(\?:([\w|]+)\)/.exec(pattern)?.[1]?.split('|') ?? [];
