import type { CaseAnswer, TicketRow } from '@hotline/shared/api/tickets';
import { emptyReplica } from '@hotline/shared/live/replica';
import { type ClockFace, faceOf } from '@hotline/shared/ticket/clocks/clock';
import { clockWords, type Lang } from '@hotline/shared/ticket/clocks/clockWords';
import { clockedCase, dispatchClock, shownClock } from '@hotline/shared/ticket/clocks/shownClock';
import type { Case } from '@hotline/shared/ticket/model/case';
import { crowd } from '@hotline/shared/ticket/testing/crowd.test-support';
import { scenes } from '@hotline/shared/ticket/testing/scenes.test-support';
import { answer, does, logged, moment, monday } from '@hotline/shared/ticket/testing/town.test-support';
import { toInstant, toMs } from '@hotline/shared/time/instant';
import { cleanup, render } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { useCatalog } from '../data/catalog.ts';
import { useSession } from '../data/session.ts';
import { useSettings } from '../data/settings.ts';
import { useTickets } from '../data/tickets.ts';
import { deskNames } from '../ownPages.ts';
import { Hit } from '../search/Hit.tsx';
import { CaseHeader } from './case/CaseHeader.tsx';
import { Dispatches } from './case/Dispatches.tsx';
import { Replies } from './case/Replies.tsx';
import { Supervision } from './case/Supervision.tsx';
import { TicketListRow } from './queue/TicketListRow.tsx';

const { calendar, directory } = moment();

beforeAll(() => {
  const departments = new Map([...directory.departments].map(([id, d]) => [id, { ...d, duties: null, phone: null }]));
  useCatalog.setState({ calendar, offsetMinutes: 480, departments });
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** The page as it is at an instant, to somebody of the centre or of the gas board. */
function atInstant(now: string, isGas: boolean, lang: Lang): ReadonlySet<string> {
  vi.setSystemTime(toMs(now));
  document.dispatchEvent(new Event('visibilitychange'));
  useSettings.setState({ lang });
  const grants = isGas ? [{ role: 'handler' as const, path: 't.gas.' }] : [{ role: 'dispatcher' as const, path: 't.' }];
  const person = { id: 'lin', username: 'lin', name: '小林', grants, departments: [] };
  useSession.setState({ state: 'in', person, scopeVersion: 1, demo: true }, true);
  return new Set(isGas ? ['gas'] : []);
}

const rowOf = (c: Case): TicketRow => ({ ...c.ticket, ...clockedCase(c) }) as unknown as TicketRow;
const answerOf = (c: Case): CaseAnswer => ({ ...c, names: {} }) as unknown as CaseAnswer;

/** What the badges of each part of a page say. */
const badgesOf = (...parts: React.ReactNode[]): string[][] => {
  const { container } = render(
    <MemoryRouter>
      {parts.map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts never change places
        <div key={i} className="part">
          {part}
        </div>
      ))}
    </MemoryRouter>,
  );
  const texts = [...container.querySelectorAll('.part')].map((part) =>
    [...part.querySelectorAll('time.tag')].map((badge) => badge.textContent ?? ''),
  );
  cleanup();
  return texts;
};
const badges = (part: React.ReactNode): string[] => badgesOf(part)[0] ?? [];

const position = { index: 0, total: 1, top: 0, height: 56 };
const listed = (c: Case, desk: (typeof deskNames)[number]) => {
  useTickets.setState({
    replica: {
      ...emptyReplica(),
      byId: new Map([[c.ticket.id, { row: rowOf(c), version: c.ticket.version }]]) as never,
    },
  });
  return <TicketListRow id={c.ticket.id} desk={desk} selected={false} position={position} onSelect={() => undefined} />;
};

test('every clock on every screen says what shared says of it: 200 cases, instants, desks and viewers', {
  timeout: 240_000,
}, () => {
  const cases = Object.values({ ...scenes(), ...crowd() });
  let seed = 20_261_129;
  const pick = <T,>(of: readonly T[]): T => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return of[Math.floor((seed / 2 ** 32) * of.length)] as T;
  };
  const hours = Array.from({ length: 40 * 24 }, (_, i) => i);
  const names = new Set<string>();
  const states = new Set<string>();
  for (let i = 0; i < 200; i++) {
    const c = pick(cases);
    const now = toInstant(toMs(monday) + pick(hours) * 3_600_000 + pick([0, 7, 29]) * 60_000);
    const [desk, isGas, lang] = [pick(deskNames), pick([false, true]), pick(['zh', 'zh', 'en'] as const)];
    const mine = atInstant(now, isGas, lang);
    const said = (clock: ClockFace | null) => {
      if (!clock) return [];
      const { text, state } = clockWords(clock, now, calendar, lang);
      names.add(clock.of);
      states.add(state);
      return [text];
    };
    const row = rowOf(c);
    const shown = shownClock(row, desk, mine);
    const [inList, header, departments, supervision, hit] = badgesOf(
      listed(c, desk),
      <CaseHeader key="header" answer={answerOf(c)} desk={desk} />,
      <Dispatches key="dispatches" answer={answerOf(c)} />,
      <Supervision key="supervision" answer={answerOf(c)} />,
      <Hit key="hit" hit={{ ticket: row, places: [] } as never} q="" />,
    );
    expect(inList, 'the row').toEqual(said(shown));
    // What the list says, the header says too.
    const own = shown?.of === 'promise' ? [] : said(shown);
    expect(header, 'the header').toEqual([...said(row.clocks.promise), ...own]);
    expect(departments?.toSorted(), 'the departments').toEqual(
      c.dispatches.flatMap((d) => said(dispatchClock(d))).toSorted(),
    );
    expect(supervision, 'supervision').toEqual(
      c.orders.filter((o) => o.endedAt === null).flatMap((o) => said(faceOf(o.clock))),
    );
    expect(hit, 'a search hit').toEqual(said(shownClock(row, isGas ? 'inbox' : 'all', mine)));
  }
  expect([...names].sort()).toEqual(['callback', 'dispatching', 'order', 'promise', 'reply', 'review', 'signing']);
  expect([...states].sort()).toEqual(
    expect.arrayContaining(['dueToday', 'ended', 'met', 'overdue', 'paused', 'running']),
  );
});

describe('faults of two homes', () => {
  const sent = does(logged(), 'dispatcher', 'dispatch', { leadId: 'water', assistIds: [] });
  const about = { dispatchId: sent.dispatches[0]?.id };
  const signed = does(sent, 'water', 'sign', about);
  const submitted = does(signed, 'water', 'reply', { ...about, ...answer }, '2026-11-16T02:00:00.000Z');

  test('a row that is red in the list is red in its header by the same clock, beside the promise that was kept', () => {
    const approved = does(submitted, 'head', 'approveReply', about, '2026-11-16T03:00:00.000Z');
    const accepted = does(approved, 'reviewer', 'acceptReply', about, '2026-11-16T04:00:00.000Z');
    const again = does(accepted, 'reviewer', 'rework', { note: '请再核实。' }, '2026-11-16T05:00:00.000Z');
    atInstant('2026-12-01T02:00:00.000Z', false, 'zh');
    const signing = '签收 已超期 9 工作日 10 小时';
    expect(badges(listed(again, 'all'))).toEqual([signing]);
    expect(badges(<CaseHeader answer={answerOf(again)} desk="all" />)).toEqual(['承诺 已按时答复', signing]);
  });

  test('a reply submitted in time and let go late by the head is two times, and the department’s clock was met late', () => {
    const approved = does(submitted, 'head', 'approveReply', about, '2026-11-17T02:30:00.000Z');
    atInstant('2026-11-18T02:00:00.000Z', false, 'zh');
    const { container } = render(<Replies answer={answerOf(approved)} />);
    expect(container.textContent).toContain('提交 11-16 10:00');
    expect(container.textContent).toContain('单位审核通过 11-17 10:30');
    cleanup();
    expect(badges(<Dispatches answer={answerOf(approved)} />)).toEqual(['办理 超期答复']);
  });
});
