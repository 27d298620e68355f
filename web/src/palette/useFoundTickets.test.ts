import { cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { signedInAs } from '../data/testing/signedInAs.ts';
import { overBy, useFoundTickets } from './useFoundTickets.ts';

const asked: string[] = [];
beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(new URL(url, 'http://127.0.0.1').searchParams.get('q') ?? '');
    return Promise.resolve(Response.json({ items: [], nextCursor: null }));
  });
  signedInAs('lin');
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('as many words as the server takes are looked for, more are told and not asked', async () => {
  const most = '停'.repeat(60);
  const { result, rerender } = renderHook(({ typed }) => useFoundTickets(typed), {
    initialProps: { typed: `${most}水` },
  });
  expect(overBy(`${most}水`)).toBe(1);
  expect(result.current).toEqual([]);
  rerender({ typed: most });
  await waitFor(() => expect(asked).toEqual([most]));
});
