import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Guard } from './Guard.tsx';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

let isBroken = true;
function Part() {
  if (isBroken) throw new Error('a fault of ours');
  return <p>内容</p>;
}

test('what cannot be drawn says so in Chinese and is tried again, while what stands beside it stays', () => {
  isBroken = true;
  render(
    <>
      <Guard>
        <Part />
      </Guard>
      <p>旁边</p>
    </>,
  );
  expect(screen.getByRole('alert').textContent).toContain('这一部分没有显示出来');
  expect(screen.getByText('旁边')).toBeTruthy();
  isBroken = false;
  fireEvent.click(screen.getByRole('button', { name: /重\s?试/ }));
  expect(screen.getByText('内容')).toBeTruthy();
});

test('another page is tried by itself, and what can be closed is closed', () => {
  isBroken = true;
  const onClose = vi.fn();
  const guarded = (page: string) => (
    <Guard part="page" resetOn={page} onClose={onClose}>
      <Part />
    </Guard>
  );
  const { rerender } = render(guarded('/log'));
  expect(screen.getByRole('button', { name: '回到首页' })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /关\s?闭/ }));
  expect(onClose).toHaveBeenCalledOnce();
  isBroken = false;
  rerender(guarded('/search'));
  expect(screen.getByText('内容')).toBeTruthy();
});
