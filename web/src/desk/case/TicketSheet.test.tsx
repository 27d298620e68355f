import type { ClockFace } from '@hotline/shared/ticket/clocks/clock';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ClockBadge } from '../../ui/ClockBadge.tsx';
import { Sheets } from '../../ui/Sheets.tsx';

afterEach(cleanup);
const print = (moment: 'beforeprint' | 'afterprint') => act(() => void window.dispatchEvent(new Event(moment)));
const clock: ClockFace = {
  of: 'promise',
  unit: 'workingDays',
  dueAt: '2026-11-25T16:00:00.000Z',
  pausedAt: null,
  stopped: null,
};

test('paper gets its own sheet, with the due instead of a countdown, and only while it is printed', () => {
  render(
    <main>
      <p>热点提示</p>
      <Sheets>
        <ClockBadge clock={clock} />
      </Sheets>
    </main>,
  );
  expect(document.querySelector('.sheets')).toBeNull();
  print('beforeprint');
  const sheets = document.querySelector('body.prints-sheets > .sheets');
  expect(sheets?.textContent).toMatch(/11月25日.*24:00|11-25 24:00/);
  expect(sheets?.querySelector('time')).toBeNull();
  expect(sheets?.contains(screen.getByText('热点提示'))).toBe(false);
  print('afterprint');
  expect(document.querySelector('.sheets')).toBeNull();
  expect(document.body.classList.contains('prints-sheets')).toBe(false);
});
