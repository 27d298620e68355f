import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Originals } from './Originals.tsx';

test('a text is shown as it came: as text, with a code for what cannot be seen, and with the sign that it goes on', () => {
  const text = '<p>五四路<b>路灯</b></p>\r\n\u202e王\ue863';
  render(<Originals originals={[{ field: 'content', text, isCut: true }]} />);
  expect(screen.getByText('原文').closest('details')?.open).toBe(false);
  expect(screen.getByText('诉求内容')).toBeTruthy();
  const shown = screen.getByText(/五四路/);
  expect([shown.tagName, shown.innerHTML]).toEqual([
    'BDI',
    '&lt;p&gt;五四路&lt;b&gt;路灯&lt;/b&gt;&lt;/p&gt;\n⟨U+202E⟩王⟨U+E863⟩',
  ]);
  expect(screen.getByText('原文过长，只保留了开头部分。')).toBeTruthy();
});

test('nothing stands where nothing was kept', () => {
  const { container } = render(<Originals originals={[]} />);
  expect(container.innerHTML).toBe('');
});
