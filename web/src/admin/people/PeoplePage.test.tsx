import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { signedInAs } from '../../data/testing/signedInAs.ts';
import { PeoplePage } from './PeoplePage.tsx';

beforeEach(() => {
  vi.stubGlobal('fetch', (url: string) =>
    Promise.resolve(
      url.includes('q=')
        ? Response.json({ code: 'invalid', message: '查找的词太长，请缩短。' }, { status: 400 })
        : Response.json({ items: [], nextCursor: null }),
    ),
  );
  signedInAs('lin');
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('a search that is refused leaves the words there to be shortened', async () => {
  render(<PeoplePage />);
  const field = await screen.findByRole<HTMLInputElement>('searchbox');
  fireEvent.change(field, { target: { value: '林'.repeat(61) } });
  expect(screen.getByText(/61.*60.*1/)).toBeTruthy();
  fireEvent.keyDown(field, { key: 'Enter' });
  expect((await screen.findByRole('alert')).textContent).toContain('请缩短');
  expect(screen.getByRole<HTMLInputElement>('searchbox').value).toHaveLength(61);
});
