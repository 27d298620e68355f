import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { emptyLog, type LogDraft } from '../appeals/logDraft.ts';
import { LogHelp } from './LogHelp.tsx';

let asked: { url: URL; answer: (body: unknown) => void }[] = [];
const ofKind = (path: string) => asked.filter((a) => a.url.pathname === path);

beforeEach(() => {
  asked = [];
  vi.useFakeTimers();
  vi.stubGlobal(
    'fetch',
    (url: string) =>
      new Promise<Response>((resolve) =>
        asked.push({ url: new URL(url, 'http://x'), answer: (body) => resolve(Response.json(body)) }),
      ),
  );
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const suggested = (...ids: string[]) => ({
  categories: ids.map((id, i) => ({
    id,
    probability: 0.6 / (i + 1),
    reasons: [{ text: `命中：${id}词`, textEn: '' }],
  })),
  departments: [],
  notice: null,
  learned: { examples: 0, trainedAt: null },
});
let draft: LogDraft;
function Form() {
  const [held, setHeld] = useState<LogDraft>(emptyLog);
  draft = held;
  const set = (change: Partial<LogDraft>) => setHeld((d) => ({ ...d, ...change }));
  return (
    <>
      <textarea aria-label="诉求内容" value={held.content} onChange={(e) => set({ content: e.target.value })} />
      <LogHelp draft={held} callId={null} set={set} onCite={() => undefined} />
    </>
  );
}
const field = () => screen.getByLabelText<HTMLTextAreaElement>('诉求内容');
const type = (content: string) => fireEvent.change(field(), { target: { value: content } });
const pass = (ms = 0) => act(async () => vi.advanceTimersByTimeAsync(ms));
const key = (target: Element, init: KeyboardEventInit) =>
  fireEvent.keyDown(target, { code: `Digit${init.key}`, ...init });

test('小林 takes a suggestion with Alt and its number while writing; a bare number stays a number, an input method is left alone', async () => {
  render(<Form />);
  field().focus();
  type('工地夜间施工噪音很大');
  await pass(400);
  ofKind('/api/suggestions')[0]?.answer(suggested('noise', 'dust'));
  await pass();
  expect(screen.getByText('命中：noise词')).toBeTruthy();
  expect(draft.categoryId).toBeNull();
  expect(document.activeElement).toBe(field());

  key(field(), { key: '2' });
  key(field(), { key: '2', altKey: true, isComposing: true });
  expect(draft.categoryId).toBeNull();
  key(field(), { key: '2', altKey: true });
  expect(draft.categoryId).toBe('dust');
  // Outside a field the bare number does it.
  key(document.body, { key: '1' });
  expect(draft.categoryId).toBe('noise');
});

test('what is asked while typing waits for the hand to rest, and an answer to older words is thrown away', async () => {
  render(<Form />);
  type('路灯不亮了');
  await pass(100);
  type('路灯不亮了三天');
  await pass(400);
  expect(ofKind('/api/suggestions').map((a) => a.url.searchParams.get('content'))).toEqual(['路灯不亮了三天']);
  type('水管爆裂冒水');
  await pass(400);
  ofKind('/api/suggestions')[0]?.answer(suggested('lamp'));
  await pass();
  expect(screen.queryByText('命中：lamp词')).toBeNull();
  await pass();
  ofKind('/api/suggestions')[1]?.answer(suggested('water'));
  await pass();
  expect(screen.getByText('命中：water词')).toBeTruthy();
});

test('a duplicate still open takes the appeal in when asked to; one that is closed is only shown', async () => {
  render(<Form />);
  type('茉莉花城垃圾三天没人清运');
  await pass(400);
  const item = {
    title: '垃圾未清运',
    receivedAt: '2026-11-02T02:00:00.000Z',
    likeness: 'duplicate',
    shared: 0.7,
    reasons: [],
  };
  ofKind('/api/appeals/similar')[0]?.answer({
    items: [
      { ...item, ticketId: 't1', number: '26110200001', status: 'handling', canJoin: true },
      { ...item, ticketId: 't2', number: '26110200002', status: 'closed', canJoin: false },
    ],
  });
  await pass();
  const [join, ...others] = screen.getAllByRole('button', { name: '追加到该件' });
  expect(others).toEqual([]);
  expect(draft.joinTicketId).toBeNull();
  fireEvent.click(join as HTMLElement);
  expect(draft).toMatchObject({ joinTicketId: 't1', joinNumber: '26110200001' });
});
