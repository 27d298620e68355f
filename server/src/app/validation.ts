import { Refusal } from '@hotline/shared/refusal';
import type * as Type from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { Convert } from 'typebox/value';

/** One validator for everything that enters: bodies are neither coerced nor trimmed of what is unknown. */
export function validator(
  schema: Type.TSchema,
  part: string,
): (value: unknown) => { value: unknown } | { error: Error } {
  const checks = compiled(schema);
  const fromText = part === 'querystring' || part === 'params';
  return (given) => {
    const value = fromText ? Convert(schema, given) : given;
    const odd = oddText(value, 0);
    if (odd) return { error: new Refusal('invalid', odd) };
    if (checks().Check(value)) return { value };
    const details = [...checks().Errors(value)].slice(0, 20).map((e) => ({ path: e.instancePath, message: e.message }));
    return { error: new Refusal('invalid', sentence(details), details) };
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

const sentence = (details: readonly { path: string }[]) => {
  const fields = [...new Set(details.map((d) => d.path.replace(/^\//, '').replaceAll('/', '.')).filter(Boolean))];
  return fields.length > 0
    ? `以下内容不符合要求，请检查：${fields.slice(0, 5).join('、')}。`
    : '提交的内容不符合要求，请检查后重试。';
};
