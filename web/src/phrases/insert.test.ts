import { expect, test } from 'vitest';
import { insertInto } from './insert.ts';

test('a phrase goes in whole, even where the text becomes too long by it', () => {
  const field = document.createElement('textarea');
  field.maxLength = 5;
  field.value = '您好。';
  document.body.append(field);
  field.setSelectionRange(3, 3);
  insertInto(field, { text: '感谢{姓名}的来电', from: 2, to: 6 });
  expect(field.value).toBe('您好。感谢{姓名}的来电');
  expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('{姓名}');
});
