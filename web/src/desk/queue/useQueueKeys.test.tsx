import { act, cleanup, render } from '@testing-library/react';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { afterEach, expect, test } from 'vitest';
import { useShortcuts } from '../../ui/shortcuts.ts';
import { clearSelection, useSelection } from '../batch/selection.ts';
import { useQueueKeys } from './useQueueKeys.ts';

afterEach(() => {
  cleanup();
  clearSelection();
});

const ids = ['a', 'b', 'c'];
const selected = () => [...useSelection.getState().ids];
const press = async (key: string, init: KeyboardEventInit = {}, on: Element = document.body) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  await act(async () => on.dispatchEvent(event));
};

function Queue() {
  const [selectedId, move] = useState('a');
  useQueueKeys({ ids, selectedId, hasPending: false, onMove: (_, id) => move(id) });
  return null;
}

test('小周 takes rows along with Shift, lets one go, takes all, and lets all go', async () => {
  render(<Queue />);
  await press('x');
  await press('J', { shiftKey: true });
  expect(selected()).toEqual(['a', 'b']);
  await press('x');
  expect(selected()).toEqual(['a']);
  await press('a', { ctrlKey: true });
  expect(selected()).toEqual(ids);
  await press('Escape');
  expect(selected()).toEqual([]);
});

test('Ctrl+A takes the rows from wherever the focus was left, as on the button that printed, but in a field its text', async () => {
  const { getByRole } = render(
    <>
      <Queue />
      <button type="button">打印</button>
      <input aria-label="查找" />
    </>,
  );
  await press('a', { ctrlKey: true }, getByRole('textbox'));
  expect(selected()).toEqual([]);
  await press('a', { ctrlKey: true }, getByRole('button'));
  expect(selected()).toEqual(ids);
});

test('Escape closes the form that is open and nothing else, though rows were selected after the case was there', async () => {
  render(
    <>
      <Queue />
      <Case />
    </>,
  );
  await press('x');
  await press('1');
  await press('Escape');
  expect(document.querySelector('.action-panel')).toBeNull();
  expect(selected()).toEqual(['a']);
});

/** A form under the case; gone, as in a browser, before the next listener hears the key. */
function Case() {
  const [isOpen, setOpen] = useState(false);
  const close = () => flushSync(() => setOpen(false));
  useShortcuts({ 1: () => setOpen(true), ...(isOpen ? { escape: close } : {}) });
  return isOpen ? <section className="action-panel" /> : null;
}
