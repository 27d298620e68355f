import type * as Type from 'typebox';

type Json = {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Json[];
  readonly properties?: Readonly<Record<string, Json>>;
  readonly patternProperties?: Readonly<Record<string, Json>>;
  readonly required?: readonly string[];
  readonly items?: Json | readonly Json[];
};

/**
 * A value cut to the shape a schema names: properties it does not name go, what it names and is not there is null (an
 * empty list where a list belongs), and a list or object where words or a number belong is null, since nobody knows
 * what it holds. Words and numbers stay whatever their length and form.
 */
export const inShape = (schema: Type.TSchema, value: unknown): unknown => cut(schema as Json, value);

function cut(schema: Json, value: unknown): unknown {
  if (schema.anyOf) return cut(bestOf(schema.anyOf, value), value);
  if (schema.properties || schema.patternProperties) return isRecord(value) ? properties(schema, value) : null;
  if (schema.type === 'array') return Array.isArray(value) ? value.map((item, i) => cut(itemAt(schema, i), item)) : [];
  if (isPlain(schema)) return typeof value === 'object' || value === undefined ? null : value;
  return value ?? null;
}

function properties({ properties: named = {}, patternProperties = {}, required = [] }: Json, value: object) {
  const given = new Map(Object.entries(value));
  const kept = Object.entries(named).flatMap(([name, schema]): [string, unknown][] =>
    given.has(name) || required.includes(name) ? [[name, cut(schema, given.get(name))]] : [],
  );
  const others = Object.values(patternProperties).flatMap((schema) =>
    [...given]
      .filter(([name]) => !Object.hasOwn(named, name))
      .map(([name, v]): [string, unknown] => [name, cut(schema, v)]),
  );
  return Object.fromEntries([...kept, ...others]);
}

/** Of several shapes the one of the value's own kind, of several objects the one that names most of what it has. */
function bestOf(shapes: readonly Json[], value: unknown): Json {
  const fits = (shape: Json): number => {
    if (value === null || value === undefined) return shape.type === 'null' ? 1 : 0;
    if (Array.isArray(value)) return shape.type === 'array' ? 1 : 0;
    if (isRecord(value)) {
      const { properties: named, patternProperties } = shape;
      if (!named && !patternProperties) return 0;
      const others = Object.entries(named ?? {}).some(([name, s]) => s.const !== undefined && s.const !== value[name]);
      return others ? 0.5 : 1 + Object.keys(value).filter((name) => named && Object.hasOwn(named, name)).length;
    }
    return isPlain(shape) && shape.type !== 'null' ? 1 : 0;
  };
  return shapes.toSorted((a, b) => fits(b) - fits(a))[0] ?? {};
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isPlain = ({ type, enum: words, const: one }: Json) =>
  words !== undefined || one !== undefined || (type !== undefined && type !== 'object' && type !== 'array');
const itemAt = ({ items = {} }: Json, i: number): Json =>
  Array.isArray(items) ? ((items as readonly Json[])[i] ?? {}) : (items as Json);
