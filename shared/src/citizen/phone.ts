import * as Type from 'typebox';

/** A telephone number as it is kept, without an extension: see `numberOf` for its shapes. */
export const Phone = Type.String({ maxLength: 32 });

/** A telephone number as somebody wrote or dialled it, a name or a second number beside it and all. */
export const PhoneText = Type.String({ title: '联系电话', maxLength: 200 });

/** 分机: digits, with dashes between where one extension leads to the next. */
export const PhoneExtension = Type.String({ maxLength: 20 });

/** 区号 with its 0, as people write it: `0591`, `010`. */
export const AreaCode = Type.String({ minLength: 3, maxLength: 4 });
export const isAreaCode = (text: string): boolean => /^0(?:10|2\d|[3-9]\d{2})$/.test(text);
