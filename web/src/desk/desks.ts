import type { TicketRow } from '@hotline/shared/api/tickets';
import {
  departmentStaff,
  dispatchers,
  extensionJudges,
  managers,
  type RoleGroup,
  returnJudges,
  reworkJudges,
} from '@hotline/shared/people/roles';
import type { RequestType } from '@hotline/shared/ticket/model/children';
import { hasRole, type Person } from '../data/session.ts';
import { deskNames, mayOpen, pageOf } from '../ownPages.ts';
import type { DeskName } from '../paths.ts';
import type { TextKey } from '../text/zh.ts';
import type { QueueFilter } from './queue/queueFilter.ts';

export type DeskTab = {
  name: string;
  label: TextKey;
  filter: QueueFilter;
  countKey: string | null;
  roles?: readonly RoleGroup[];
};
export type Desk = {
  tabs: readonly [DeskTab, ...DeskTab[]];
  /** The clock this desk works against. */
  due: (row: TicketRow, mine: ReadonlySet<string>) => Due;
};
type Due = { at: string | null; doneAt: string | null };

/** Whoever decides a type of request; of a department, the one that sent the matter on. */
const requestTab = (type: RequestType, ...roles: readonly RoleGroup[]): DeskTab => ({
  name: type,
  label: `tab.request.${type}`,
  filter: { request: type },
  countKey: `request.${type}`,
  roles,
});
const orderTab = (state: 'open' | 'overdue' | 'answered'): DeskTab => ({
  name: `order-${state}`,
  label: `tab.order.${state}`,
  filter: { order: state },
  countKey: `order.${state}`,
});

const openStatuses = 'awaitingDispatch,awaitingCitizen,handling,shelved,awaitingReview,awaitingCallback';

/** The next clock of the ticket as a whole: its promise until the citizen is answered, then the callback. */
const ofTicket = (row: TicketRow): Due => ({
  at: row.status === 'awaitingCallback' ? row.callbackDueAt : row.promisedDueAt,
  doneAt: null,
});

export const desks: Record<DeskName, Desk> = {
  dispatch: {
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
  decide: {
    tabs: [
      requestTab('return', returnJudges, departmentStaff),
      requestTab('extension', extensionJudges, departmentStaff),
      requestTab('shelving', managers),
      requestTab('question', dispatchers),
      requestTab('rework', reworkJudges),
    ],
    // A request wants a decision while the asker's own clock still runs; a rework, within the review limit.
    due: (row) => {
      const dispatch = row.dispatches.find((t) => row.requests.some((r) => r.dispatchId === t.id));
      return { at: dispatch ? dispatch.dueAt : row.reviewDueAt, doneAt: null };
    },
  },
  inbox: {
    tabs: [
      {
        name: 'signing',
        label: 'tab.awaitingSigning',
        filter: { dispatchStatus: 'awaitingSigning' },
        countKey: 'dispatch.awaitingSigning',
      },
      {
        name: 'handling',
        label: 'tab.handling',
        filter: { dispatchStatus: 'handling' },
        countKey: 'dispatch.handling',
      },
      {
        name: 'approval',
        label: 'tab.awaitingApproval',
        filter: { dispatchStatus: 'awaitingApproval' },
        countKey: 'dispatch.awaitingApproval',
      },
      {
        name: 'replied',
        label: 'tab.replied',
        filter: { dispatchStatus: 'replied,accepted', sort: 'received' },
        countKey: null,
      },
      { ...orderTab('open'), filter: { order: 'open,overdue' }, countKey: null },
    ],
    due: (row, mine) => {
      const dispatch = row.dispatches.findLast((t) => mine.has(t.departmentId)) ?? row.dispatches.at(-1);
      if (!dispatch) return ofTicket(row);
      return dispatch.status === 'awaitingSigning'
        ? { at: dispatch.signDueAt, doneAt: null }
        : { at: dispatch.dueAt, doneAt: dispatch.repliedAt };
    },
  },
  review: {
    tabs: [
      {
        name: 'waiting',
        label: 'tab.awaitingReview',
        filter: { status: 'awaitingReview' },
        countKey: 'awaitingReview',
      },
    ],
    // Review has a limit of its own, but what the citizen was promised is what a late review breaks.
    due: ofTicket,
  },
  callback: {
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
    tabs: [
      orderTab('overdue'),
      orderTab('open'),
      orderTab('answered'),
      { name: 'overdue', label: 'tab.overdue', filter: { overdue: true }, countKey: 'overdue' },
      { name: 'red', label: 'tab.redCards', filter: { card: 'red', status: openStatuses }, countKey: null },
      { name: 'yellow', label: 'tab.yellowCards', filter: { card: 'yellow', status: openStatuses }, countKey: null },
      { name: 'handling', label: 'tab.inHand', filter: { status: 'handling' }, countKey: null },
      { name: 'excused', label: 'tab.excused', filter: { excused: true, sort: 'received' }, countKey: null },
    ],
    due: (row) => {
      const order = row.orders.find((o) => o.answeredAt === null);
      if (order) return { at: order.dueAt, doneAt: null };
      const open = row.dispatches.filter((t) => ['awaitingSigning', 'handling', 'awaitingApproval'].includes(t.status));
      const [first] = open.map((t) => t.dueAt).toSorted();
      return first ? { at: first, doneAt: null } : ofTicket(row);
    },
  },
  all: {
    tabs: [
      {
        name: 'open',
        label: 'tab.open',
        filter: { status: openStatuses },
        countKey: null,
      },
      { name: 'closed', label: 'tab.closed', filter: { status: 'closed', sort: 'received' }, countKey: null },
    ],
    due: ofTicket,
  },
};

/** The tabs of a desk that are this person's work. */
export const tabsOf = (desk: DeskName, person: Person): readonly DeskTab[] =>
  desks[desk].tabs.filter((tab) => !tab.roles || tab.roles.some((group) => hasRole(person, group)));
export const desksOf = (person: Person): DeskName[] => deskNames.filter((desk) => mayOpen(person, `desk.${desk}`));
export const labelOf = (desk: DeskName): TextKey => pageOf(`desk.${desk}`).label;
