import { somethingSaid } from '@hotline/shared/text/saysSomething';

/** Of a schema, what is asked of it here. */
export type Shape = {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly title?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly verbatim?: boolean;
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly anyOf?: readonly Shape[];
};
type Wrong = { readonly instancePath: string; readonly keyword: string };

/** What is wrong with an input and what to do about it: first what is too long, by how much, then what says nothing. */
export function sentenceAbout(errors: readonly Wrong[], schema: Shape, value: unknown): string {
  const texts = errors.map(({ instancePath, keyword }) => ({ keyword, ...fieldAt(instancePath, schema, value) }));
  for (const { keyword, shape, said, term } of texts)
    if (keyword === 'maxLength' && typeof said === 'string' && shape?.maxLength !== undefined) {
      const length = [...said].length;
      return `${term}有 ${length} 字，最多 ${shape.maxLength} 字，请删去 ${length - shape.maxLength} 字后再提交；内容没有被截断。`;
    }
  for (const { keyword, shape, said, term } of texts)
    if (typeof said === 'string' && shape?.pattern === somethingSaid && /^(?:pattern|minLength)$/.test(keyword))
      return keyword === 'pattern'
        ? `${term}只有空格、标点或符号，请写明内容后再提交。`
        : `${term}太短，请写明内容后再提交。`;
  const fields = [
    ...new Set(errors.map((e) => e.instancePath.replace(/^\//, '').replaceAll('/', '.')).filter(Boolean)),
  ];
  return fields.length > 0
    ? `以下内容不符合要求，请检查：${fields.slice(0, 5).join('、')}。`
    : '提交的内容不符合要求，请检查后重试。';
}

/** The schema and the value at a JSON pointer, and what the field is called. */
function fieldAt(path: string, schema: Shape, value: unknown) {
  const names = path.split('/').slice(1);
  let shape: Shape | undefined = schema;
  let said: unknown = value;
  for (const name of names) {
    shape = /^\d+$/.test(name) && shape?.items ? shape.items : shape?.properties?.[name];
    shape = shape?.anyOf?.find((one) => one.maxLength !== undefined || one.properties !== undefined) ?? shape;
    said =
      typeof said === 'object' && said !== null ? Object.entries(said).find(([key]) => key === name)?.[1] : undefined;
  }
  return { shape, said, term: shape?.title ?? `「${names.join('.')}」` };
}
