import { citizensWords } from '@hotline/shared/api/portal';
import { dialled } from '@hotline/shared/citizen/numbers';
import { readPhones } from '@hotline/shared/citizen/readPhones';
import { maxLengthOf } from '@hotline/shared/schema';
import { cleanText } from '@hotline/shared/text/cleanText';
import { saysSomething } from '@hotline/shared/text/saysSomething';
import { kinds } from '@hotline/shared/ticket/model/ticket';
import type { FileInput, Region } from './calls.ts';
import { identities } from './words.ts';

/** The steps of a new appeal and the answers each asks for. No session: other steps' answers travel as hidden fields. */
export const steps = {
  kind: ['kind'],
  content: ['content', 'regionCode', 'address'],
  contact: ['identity', 'name', 'phone', 'publish'],
  check: [],
} as const;
export type Step = keyof typeof steps;
export const stepNames = Object.keys(steps) as Step[];
export type Answer = (typeof steps)[Step][number];
export const answerNames = Object.values(steps).flat() as Answer[];
export type Answers = Readonly<Record<Answer, string>>;
/** `reviewed`: the check page was reached once, so 「继续」 leads back to it. `key` makes a double submit one appeal. */
export type FileValues = Answers & {
  readonly step: Step;
  readonly reviewed: boolean;
  readonly key: string;
  /** See `asItCame.ts`. */
  readonly asItCame: AsItCame;
};
/** Answers as somebody wrote them first, where cleaning changed what they say. */
export type AsItCame = Readonly<Partial<Record<Answer, string>>>;
export type Errors<Name extends string> = Partial<Record<Name | 'form', string>>;
export type FileErrors = Errors<Answer>;

/** In code points, as the contract counts them. */
export const limits = {
  content: maxLengthOf(citizensWords.content),
  address: maxLengthOf(citizensWords.address),
  name: maxLengthOf(citizensWords.name),
  phone: maxLengthOf(citizensWords.phone),
  note: maxLengthOf(citizensWords.note),
} as const;
const lengthOf = (text: string): number => [...text].length;

export const noAnswers = Object.fromEntries(answerNames.map((name) => [name, ''])) as Answers;

/** What a form sent, as one string each; repeated or unknown shapes count as empty. */
export const sent = (body: unknown, name: string): string => cleanText(typed(body, name));

/** The same as it was typed. */
export function typed(body: unknown, name: string): string {
  const value = (body as Record<string, unknown> | null | undefined)?.[name];
  return typeof value === 'string' ? value : '';
}

/** Full-width digits and letters become plain, spaces inside go: nobody is refused for how the keyboard was set. */
export const compact = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

export function readAnswers(body: unknown): Answers {
  const answers = Object.fromEntries(answerNames.map((name) => [name, sent(body, name)])) as Record<Answer, string>;
  return { ...answers, phone: asDialled(answers.phone) };
}

/** A number alone is shown as it is dialled; with anything beside it, or where it cannot be read, as it was written. */
function asDialled(written: string): string {
  const [only, another] = readPhones(written, null);
  return only && !another && !/\p{L}/u.test(written) ? dialled(only.phone, only.extension) : written;
}

export function errorsIn(step: Step, a: Answers, regions: readonly Region[]): FileErrors {
  return Object.fromEntries(
    steps[step].map((name) => [name, rules[name](a, regions)]).filter(([, error]) => error !== undefined),
  ) as FileErrors;
}

export const firstWrongStep = (a: Answers, regions: readonly Region[]): Step | undefined =>
  stepNames.find((step) => Object.keys(errorsIn(step, a, regions)).length > 0);

type Rule = (a: Answers, regions: readonly Region[]) => string | undefined;
const rules: Record<Answer, Rule> = {
  kind: (a) => (isOneOf(kinds, a.kind) ? undefined : '请选择您要反映的事项属于哪一类'),
  content: (a) => {
    if (a.content === '') return '请填写诉求内容';
    if (!saysSomething(a.content)) return '诉求内容只有空格、标点或符号，请写明是什么事';
    return lengthOf(a.content) < 5
      ? '诉求内容请至少写 5 个字，把事情说清楚'
      : tooLong('诉求内容', a.content, limits.content);
  },
  regionCode: (a, regions) =>
    a.regionCode === '' || regions.some((r) => r.code === a.regionCode) ? undefined : '请从列表中选择所在区县',
  address: (a) => tooLong('详细地点', a.address, limits.address),
  identity: (a) => (isOneOf(identities, a.identity) ? undefined : '请选择实名、保密或匿名'),
  name: (a) => (a.identity === 'anonymous' ? undefined : tooLong('称呼', a.name, limits.name)),
  phone: (a) => {
    if (a.identity === 'anonymous' || !isOneOf(identities, a.identity)) return undefined;
    if (a.phone === '') return '请填写联系电话；不想留电话，请选择「匿名」';
    return tooLong('联系电话', a.phone, limits.phone);
  },
  publish: () => undefined,
};

export function tooLong(label: string, text: string, limit: number): string | undefined {
  const over = lengthOf(text) - limit;
  return over > 0 ? `${label}最多 ${limit} 个字，请删去 ${over} 个字` : undefined;
}

/** Anonymous means nothing of the person is passed on, whatever was typed before choosing it. */
export function appealOf(a: Answers): FileInput {
  const known = a.identity !== 'anonymous';
  return {
    kind: a.kind as FileInput['kind'],
    content: a.content,
    ...(a.address && { address: a.address }),
    ...(a.regionCode && { regionCode: a.regionCode }),
    ...(known && a.name && { name: a.name }),
    ...(known && a.phone && { phone: a.phone }),
    confidential: a.identity === 'confidential',
    wishesToPublish: a.publish === 'yes',
  };
}

export const isOneOf = <const T extends readonly string[]>(words: T, word: string): word is T[number] =>
  words.includes(word);
