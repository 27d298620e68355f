import { verbForms } from '@hotline/shared/api/verbForms';
import { renderHook } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { useCatalog } from '../../data/catalog.ts';
import { useTextField } from './useTextField.ts';

beforeEach(() => useCatalog.setState({ verbs: verbForms }));

test('a form asks what the verb asks, also of a text that may be null', () => {
  const { result } = renderHook(() => ({
    handling: useTextField('reply', 'handling'),
    unsolvedReason: useTextField('reply', 'unsolvedReason'),
    note: useTextField('recordCallback', 'note'),
  }));
  expect(result.current).toEqual({
    handling: { required: true, minLength: 5, maxLength: 8000 },
    unsolvedReason: { required: false, minLength: 1, maxLength: 500 },
    note: { required: false, minLength: 1, maxLength: 2000 },
  });
});

test('a text the verb does not take is no name for one', () => {
  // @ts-expect-error: `urge` takes a note and no answer
  const { result } = renderHook(() => useTextField('urge', 'answer'));
  expect(result.current.maxLength).toBe(Number.POSITIVE_INFINITY);
});
