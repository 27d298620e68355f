import * as Type from 'typebox';
import { object, oneOf } from '../schema.ts';

/** What a file of text may be written in; GB 18030 holds GBK and GB 2312. */
export const encodings = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof encodings)[number];

/** What may stand between the cells of a text. */
export const delimiters = [',', '\t', ';', '|', '，', '；', '\u0001'] as const;

/** Which of three numbers of a date is which, where the year does not stand first with four digits. */
export const dayOrders = ['YMD', 'DMY', 'MDY'] as const;
export type DayOrder = (typeof dayOrders)[number];

/** How a person wants a file read; whatever is left out is found by looking. `headerRow` counts as a spreadsheet does. */
export const Reading = object({
  encoding: Type.Optional(oneOf(encodings)),
  delimiter: Type.Optional(oneOf(delimiters)),
  sheet: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  headerRow: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_000_000 })),
});
export type Reading = Type.Static<typeof Reading>;
