import type { TicketRow } from '@hotline/shared/api/routes';
import type { Role } from '@hotline/shared/people/actor';
import { type DeskName, deskNames } from '../paths.ts';
import { hasRole, type Person } from '../stores/session.ts';
import type { TextKey } from '../text/zh.ts';
import type { QueueFilter } from './queueFilter.ts';

export type DeskTab = { name: string; label: TextKey; filter: QueueFilter; countKey: string | null };
export type Desk = {
  label: TextKey;
  roles: readonly Role[];
  tabs: readonly [DeskTab, ...DeskTab[]];
  /** The clock this desk works against. */
  due: (row: TicketRow, mine: ReadonlySet<string>) => Due;
};
type Due = { at: string | null; doneAt: string | null };

const centreRoles: readonly Role[] = [
  'agent',
  'dispatcher',
  'reviewer',
  'callbackAgent',
  'supervisor',
  'manager',
  'auditor',
];
/** The next clock of the ticket as a whole: its promise until the citizen is answered, then the callback. */
const ofTicket = (row: TicketRow): Due => ({
  at: row.status === 'awaitingCallback' ? row.callbackDueAt : row.promisedDueAt,
  doneAt: null,
});

export const desks: Record<DeskName, Desk> = {
  dispatch: {
    label: 'desk.dispatch',
    roles: ['dispatcher'],
    tabs: [
      {
        name: 'waiting',
        label: 'tab.awaitingDispatch',
        filter: { status: 'awaitingDispatch' },
        countKey: 'awaitingDispatch',
      },
      {
        name: 'citizen',
        label: 'tab.awaitingCitizen',
        filter: { status: 'awaitingCitizen' },
        countKey: 'awaitingCitizen',
      },
    ],
    due: (row) => ({ at: row.dispatchDueAt ?? row.promisedDueAt, doneAt: null }),
  },
  inbox: {
    label: 'desk.inbox',
    roles: ['handler', 'departmentHead'],
    tabs: [
      {
        name: 'signing',
        label: 'tab.awaitingSigning',
        filter: { turnStatus: 'awaitingSigning' },
        countKey: 'turn.awaitingSigning',
      },
      { name: 'handling', label: 'tab.handling', filter: { turnStatus: 'handling' }, countKey: 'turn.handling' },
      {
        name: 'approval',
        label: 'tab.awaitingApproval',
        filter: { turnStatus: 'awaitingApproval' },
        countKey: 'turn.awaitingApproval',
      },
      {
        name: 'replied',
        label: 'tab.replied',
        filter: { turnStatus: 'replied,accepted', sort: 'received' },
        countKey: null,
      },
    ],
    due: (row, mine) => {
      const turn = row.turns.findLast((t) => mine.has(t.departmentId)) ?? row.turns.at(-1);
      if (!turn) return ofTicket(row);
      return turn.status === 'awaitingSigning'
        ? { at: turn.signDueAt, doneAt: null }
        : { at: turn.dueAt, doneAt: turn.repliedAt };
    },
  },
  review: {
    label: 'desk.review',
    roles: ['reviewer'],
    tabs: [
      {
        name: 'waiting',
        label: 'tab.awaitingReview',
        filter: { status: 'awaitingReview' },
        countKey: 'awaitingReview',
      },
    ],
    due: (row) => ({ at: row.reviewDueAt ?? row.promisedDueAt, doneAt: null }),
  },
  callback: {
    label: 'desk.callback',
    roles: ['callbackAgent'],
    tabs: [
      {
        name: 'waiting',
        label: 'tab.awaitingCallback',
        filter: { status: 'awaitingCallback' },
        countKey: 'awaitingCallback',
      },
    ],
    due: (row) => ({ at: row.callbackDueAt ?? row.promisedDueAt, doneAt: null }),
  },
  supervise: {
    label: 'desk.supervise',
    roles: ['supervisor'],
    tabs: [
      { name: 'overdue', label: 'tab.overdue', filter: { overdue: true }, countKey: 'overdue' },
      { name: 'handling', label: 'tab.inHand', filter: { status: 'handling' }, countKey: null },
    ],
    due: ofTicket,
  },
  all: {
    label: 'desk.all',
    roles: centreRoles,
    tabs: [
      {
        name: 'open',
        label: 'tab.open',
        filter: { status: 'awaitingDispatch,awaitingCitizen,handling,shelved,awaitingReview,awaitingCallback' },
        countKey: null,
      },
      { name: 'closed', label: 'tab.closed', filter: { status: 'closed', sort: 'received' }, countKey: null },
    ],
    due: ofTicket,
  },
};

export const desksOf = (person: Person): DeskName[] => deskNames.filter((name) => hasRole(person, desks[name].roles));
export const isDesk = (name: string | undefined): name is DeskName => deskNames.some((n) => n === name);
export const mayLog = (person: Person) => hasRole(person, ['agent', 'dispatcher']);
export const seesReports = (person: Person) =>
  hasRole(person, ['manager', 'supervisor', 'auditor', 'departmentHead', 'reviewer']);
