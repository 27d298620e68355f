import type { CaseAnswer } from '@hotline/shared/api/tickets';
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Notes } from './Notes.tsx';

const at = (hour: string) => `2026-11-23T${hour}:00:00.000Z`;

test('what the citizen added, the interim word and why he urges are read on the ticket, newest first', () => {
  const note = { appealId: null, dispatchId: null };
  const answer = {
    appeals: [{ id: 'a1', number: '26112300001' }],
    dispatches: [],
    notes: [
      { ...note, id: 'a1-n1', kind: 'supplement', text: '在88号门口。', at: at('02') },
      { ...note, id: 't1-n1', kind: 'progress', text: '已派人到现场。', at: at('04') },
    ],
    urges: [
      { id: 't1-u1', source: 'citizen', note: '已经停水两天。', at: at('03') },
      { id: 't1-u2', source: 'agent', note: null, at: at('05') },
    ],
  } as unknown as CaseAnswer;
  render(<Notes answer={answer} />);
  expect(screen.getAllByRole('article').map((x) => x.querySelector('.words')?.textContent)).toEqual([
    '已派人到现场。',
    '已经停水两天。',
    '在88号门口。',
  ]);
  expect(screen.getByText(/市民催办/)).toBeTruthy();
  expect(screen.getByText(/市民补充/)).toBeTruthy();
});
