import { act, renderHook } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, test } from 'vitest';
import { useOpenForm } from '../calls/useOpenForm.ts';
import { useDepartmentName } from '../data/catalog.ts';
import { useSettings } from '../data/settings.ts';
import { useDefinitionText } from '../reports/figureText.ts';
import { useOptions, useT, useTerm } from './translate.ts';

afterEach(() => useSettings.setState(useSettings.getInitialState(), true));

// An effect that depended on such a function ran at every drawing: the sign-in page asked for the demo people a hundred
// times a second.
test.each([
  ['useT', useT],
  ['useTerm', useTerm],
  ['useOptions', useOptions],
  ['useDefinitionText', useDefinitionText],
  ['useDepartmentName', useDepartmentName],
  ['useOpenForm', useOpenForm],
])('%s gives the same function at every drawing, so that an effect may depend on it', (_, hook: () => unknown) => {
  const { result, rerender } = renderHook(() => hook(), { wrapper: MemoryRouter });
  const first = result.current;
  expect(first).toBeTypeOf('function');
  rerender();
  expect(result.current).toBe(first);
});

test('the words follow the language', () => {
  const { result } = renderHook(() => useT());
  expect(result.current('frame.signOut')).toBe('退出');
  act(() => useSettings.setState({ lang: 'en' }));
  expect(result.current('frame.signOut')).toBe('Sign out');
});
