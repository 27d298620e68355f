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
};

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
  },
  decide: {
    tabs: [
      requestTab('return', returnJudges, departmentStaff),
      requestTab('extension', extensionJudges, departmentStaff),
      requestTab('shelving', managers),
      requestTab('question', dispatchers),
      requestTab('rework', reworkJudges),
    ],
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
  },
};

/** The tabs of a desk that are this person's work. */
export const tabsOf = (desk: DeskName, person: Person): readonly DeskTab[] =>
  desks[desk].tabs.filter((tab) => !tab.roles || tab.roles.some((group) => hasRole(person, group)));
export const desksOf = (person: Person): DeskName[] => deskNames.filter((desk) => mayOpen(person, `desk.${desk}`));
export const labelOf = (desk: DeskName): TextKey => pageOf(`desk.${desk}`).label;
