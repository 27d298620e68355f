import { Refusal } from '@hotline/shared/refusal';
import { cleanText } from '@hotline/shared/text/cleanText';
import type * as Type from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { Convert } from 'typebox/value';
import { originalsOf, rememberOriginals } from './originals.ts';
import { type Shape, sentenceAbout } from './wrongInput.ts';

/**
 * One validator for everything that enters: bodies are neither coerced nor trimmed of what is unknown, and every text in
 * them is cleaned (`cleanText`) before it is looked at, but for secrets (`verbatim`). As it came it goes along
 * (`originalsIn`) where cleaning changed what it says.
 */
export function validator(
  schema: Type.TSchema,
  part: string,
): (value: unknown) => { value: unknown } | { error: Error } {
  const checks = compiled(schema);
  // A schema is JSON Schema as data.
  const shape: Shape = schema;
  const fromText = part === 'querystring' || part === 'params';
  return (given) => {
    const odd = oddText(given, 0);
    if (odd) return { error: new Refusal('invalid', odd) };
    const value = fromText ? Convert(schema, given) : cleaned(given, shape);
    if (checks().Check(value)) {
      if (!fromText) rememberOriginals(value, originalsOf(given, shape));
      return { value };
    }
    const errors = [...checks().Errors(value)].slice(0, 20);
    const details = errors.map((e) => ({ path: e.instancePath, message: e.message }));
    return { error: new Refusal('invalid', sentenceAbout(errors, shape, value), details) };
  };
}

/** A schema's checks, made when they are first asked for: sixty routes at once would hold up every start. */
export function compiled(schema: Type.TSchema): () => Validator {
  return () => {
    const known = validators.get(schema) ?? Compile(schema);
    validators.set(schema, known);
    return known;
  };
}
const validators = new WeakMap<Type.TSchema, Validator>();

function cleaned(value: unknown, shape: Shape | undefined): unknown {
  if (typeof value === 'string') return shape?.verbatim ? value : cleanText(value);
  if (Array.isArray(value)) return value.map((item) => cleaned(item, shape?.items));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, cleaned(inner, shape?.properties?.[name])]),
  );
}

/** Text the store cannot keep (NUL), that is no text (lone surrogates), or nesting nobody needs. */
function oddText(value: unknown, depth: number): string | null {
  if (depth > 12) return '提交的内容嵌套过深，请检查后重试。';
  if (typeof value === 'string') {
    return value.includes('\0') || !value.isWellFormed() ? '内容里含有无法保存的字符，请删除后重试。' : null;
  }
  if (typeof value === 'number') return Number.isFinite(value) ? null : '数字超出范围，请检查后重试。';
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const odd = oddText(key, depth) ?? oddText(inner, depth + 1);
    if (odd) return odd;
  }
  return null;
}
