import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { giveUpAll, useOutbox } from '../data/outbox/outbox.ts';
import { useSession } from '../data/session.ts';
import { ExportButton } from './ExportButton.tsx';

let sent: { method: string; url: string; key: string | null; body: unknown }[] = [];
let answers: (() => Response)[] = [];

const job = (change: object) => ({
  ...{ id: 'e1', what: 'tickets', status: 'running', rows: 0, bytes: null, fileName: '工单-20261123-1000.csv' },
  ...{ askedAt: '2026-11-23T02:00:00.000Z', finishedAt: null, expiresAt: '2026-11-24T02:00:00.000Z' },
  ...{ failure: null, download: null, ...change },
});
const signIn = (role: 'manager' | 'agent') => {
  const person = { id: 'zhao', username: role, name: '赵主任', grants: [{ role, path: 'fz.' }], departments: [] };
  useSession.setState({ state: 'in', person, scopeVersion: 1, demo: true }, true);
};
beforeEach(() => {
  sent = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const key = new Headers(init.headers).get('idempotency-key');
    sent.push({ method: init.method ?? 'GET', url, key, body: JSON.parse(String(init.body ?? 'null')) });
    const next = answers.shift();
    if (!next) throw new TypeError('network');
    return next();
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('a manager says what it is for, sees how far it has come, and gets his file', async () => {
  signIn('manager');
  render(<ExportButton asked={{ what: 'tickets', query: { kind: 'help' } }} />);
  fireEvent.click(screen.getByRole('button', { name: /^导\s?出$/ }));
  fireEvent.click(await screen.findByRole('button', { name: '开始导出' }));
  expect(sent).toEqual([]);
  const purpose = screen.getByLabelText<HTMLInputElement>(/导出用途/);
  fireEvent.change(purpose, { target: { value: '月度报送' } });

  // The first request fails and he waits no longer: what was typed stays, and the retry is the same export.
  answers = [];
  fireEvent.click(screen.getByRole('button', { name: '开始导出' }));
  await waitFor(() => expect(useOutbox.getState().waiting).toHaveLength(1));
  giveUpAll();
  expect((await screen.findByRole('alert')).textContent).toContain('连接不上服务器');
  expect(purpose.value).toBe('月度报送');
  const ready = { status: 'ready', rows: 12_345, bytes: 3_100_000, download: '/api/exports/e1/file' };
  answers = [() => Response.json(job({ rows: 500 }), { status: 201 }), () => Response.json(job(ready))];
  fireEvent.click(screen.getByRole('button', { name: '开始导出' }));
  await screen.findByText('正在生成，已写入 500 行');
  const link = await screen.findByRole('link', { name: '下载 工单-20261123-1000.csv（3.1 MB）' }, { timeout: 5_000 });
  expect(link.getAttribute('href')).toBe('/api/exports/e1/file');
  expect(sent[1]).toMatchObject({ body: { what: 'tickets', query: { kind: 'help' }, purpose: '月度报送' } });
  expect(sent[1]?.key).toBe(sent[0]?.key);
});

test('whoever takes calls has no such button', () => {
  signIn('agent');
  render(<ExportButton asked={{ what: 'tickets', query: {} }} />);
  expect(screen.queryByRole('button')).toBeNull();
});
