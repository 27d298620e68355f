import { verbForms } from '@hotline/shared/api/verbForms';
import { renderHook } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { useCatalog } from '../../data/catalog.ts';
import { useTextField } from './useTextField.ts';

beforeEach(() => useCatalog.setState({ verbs: verbForms }));

test('a form asks what the verb asks, also of a text that may be null', () => {
  const asked = renderHook(() => ({
    handling: useTextField('reply', 'handling'),
    unsolvedReason: useTextField('reply', 'unsolvedReason'),
    note: useTextField('recordCallback', 'note'),
  })).result.current;
  expect(asked).toMatchObject({
    handling: { required: true, maxLength: 8000 },
    unsolvedReason: { required: false, maxLength: 500 },
    note: { required: false, maxLength: 2000 },
  });
  expect(['', '已修好', '，，，，，，', '已经修好了。'].map((typed) => asked.handling.flawOf(typed))).toEqual([
    '请至少填写 5 个字。',
    '请至少填写 5 个字。',
    '只有标点或符号，请写明内容。',
    undefined,
  ]);
  expect([asked.note.flawOf(''), asked.note.flawOf('', true)]).toEqual([undefined, '请至少填写 1 个字。']);
});

test('a text the verb does not take is no name for one', () => {
  // @ts-expect-error: `urge` takes a note and no answer
  const { result } = renderHook(() => useTextField('urge', 'answer'));
  expect(result.current.maxLength).toBe(Number.POSITIVE_INFINITY);
});
