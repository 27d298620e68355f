import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Recording } from './Recording.tsx';

afterEach(cleanup);

test('a purpose that is too long stays whole, and is told by how much', () => {
  render(<Recording callId="c1" />);
  fireEvent.click(screen.getByRole('button'));
  const field = screen.getByRole<HTMLInputElement>('textbox');
  expect(field.maxLength).toBe(-1);
  fireEvent.change(field, { target: { value: '查'.repeat(203) } });
  expect(field.value).toHaveLength(203);
  expect(screen.getByText(/203.*200.*3/)).toBeTruthy();
});
