import type { VerbForm } from '@hotline/shared/api/catalog';
import type { CaseAnswer } from '@hotline/shared/api/tickets';
import { type Lengths, lengthsOf } from '@hotline/shared/schema';
import type { TextKey } from '../../../text/zh.ts';

export type SchemaField = {
  name: string;
  /** The contract's own words, or a key of ours. */
  title: string | null;
  key: TextKey | null;
  required: boolean;
  /** Of a text, by which it is checked as it is typed. */
  text: Lengths;
  maxLength: number;
  type: 'text' | 'long' | 'number' | 'instant' | 'choice' | 'department' | 'list' | 'dispatch' | 'appeal';
  minimum: number;
  maximum: number;
  choices: readonly { value: string; zh: string; en: string }[] | null;
};

type Json = {
  title?: string;
  type?: string;
  enum?: string[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  properties?: Record<string, Json>;
  required?: string[];
  anyOf?: Json[];
};

/** What a verb asks for, besides the target it is about; nothing while the catalog is not there. */
export function fieldsOf(
  verb: Pick<VerbForm, 'input' | 'asked' | 'reasons'> | undefined,
  answer: Listed,
): SchemaField[] {
  const { properties = {}, required = [] } = (verb?.input ?? {}) as Json;
  return (verb?.asked ?? []).map((name) =>
    fieldOf(name, properties[name] ?? {}, required.includes(name), verb?.reasons ?? [], answer),
  );
}

/** What of a case the choices are made of. */
type Listed = {
  readonly appeals: readonly Pick<CaseAnswer['appeals'][number], 'id' | 'number'>[];
  readonly dispatches: readonly Pick<CaseAnswer['dispatches'][number], 'id' | 'departmentId'>[];
};

function fieldOf(
  name: string,
  property: Json,
  required: boolean,
  reasons: VerbForm['reasons'],
  answer: Listed,
): SchemaField {
  const schema = property.anyOf?.find((s) => s.type !== 'null') ?? property;
  const { maxLength } = lengthsOf(property);
  return {
    name,
    title: schema.title ?? property.title ?? null,
    key: keys[name] ?? null,
    required,
    text: property,
    maxLength,
    type: typeOf(name, schema),
    minimum: schema.minimum ?? 0,
    maximum: schema.maximum ?? 1_000_000,
    choices: choicesOf(name, schema, reasons, answer),
  };
}

/** A text that may be longer gets a field of several lines. */
const mostInOneLine = 200;

function typeOf(name: string, schema: Json): SchemaField['type'] {
  if (name === 'dispatchId') return 'dispatch';
  if (name === 'appealId') return 'appeal';
  if (name === 'assistIds') return 'list';
  if (/(departmentId|leadId|DepartmentId)$/.test(name)) return 'department';
  if (schema.enum || name === 'reasonCode') return 'choice';
  if (schema.type === 'integer') return 'number';
  if (schema.pattern?.includes('T\\d\\d')) return 'instant';
  return schema.maxLength !== undefined && schema.maxLength > mostInOneLine ? 'long' : 'text';
}

function choicesOf(name: string, schema: Json, reasons: VerbForm['reasons'], answer: Listed): SchemaField['choices'] {
  if (name === 'reasonCode') return reasons.map(({ code, zh, en }) => ({ value: code, zh, en }));
  if (name === 'appealId') return answer.appeals.map((a) => ({ value: a.id, zh: a.number, en: a.number }));
  if (name === 'dispatchId')
    return answer.dispatches.map((d) => ({ value: d.id, zh: d.departmentId, en: d.departmentId }));
  return (
    schema.enum?.map((word) => ({ value: word, zh: words[word]?.zh ?? word, en: words[word]?.en ?? word })) ?? null
  );
}

const words: Record<string, { zh: string; en: string }> = {
  centre: { zh: '中心督办', en: 'Centre' },
  city: { zh: '市级督办', en: 'City' },
  leader: { zh: '领导批示督办', en: 'Leadership' },
};

const keys: Record<string, TextKey> = {
  leadId: 'form.lead',
  assistIds: 'form.assists',
  departmentId: 'form.department',
  suggestedDepartmentId: 'form.suggestedDepartment',
  dispatchId: 'form.dispatch',
  appealId: 'form.appeal',
  reviewAt: 'form.reviewAt',
  level: 'form.level',
};
