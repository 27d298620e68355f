import type { Role } from '@hotline/shared/people/actor';
import type { RequestType } from '@hotline/shared/ticket/model/children';
import { hasRole, type Person } from '../data/session.ts';
import { type DeskName, deskNames } from '../paths.ts';
import type { TextKey } from '../text/zh.ts';
import type { QueueFilter } from './queue/queueFilter.ts';

export type DeskTab = {
  name: string;
  label: TextKey;
  filter: QueueFilter;
  countKey: string | null;
  roles?: readonly Role[];
};
export type Desk = {
  label: TextKey;
  roles: readonly Role[];
  tabs: readonly [DeskTab, ...DeskTab[]];
};

/** Whoever decides a type of request; of a department, the one that sent the matter on. */
const requestTab = (type: RequestType, roles: readonly Role[]): DeskTab => ({
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

const centreRoles: readonly Role[] = [
  'agent',
  'dispatcher',
  'reviewer',
  'callbackAgent',
  'supervisor',
  'manager',
  'auditor',
];
const openStatuses = 'awaitingDispatch,awaitingCitizen,handling,shelved,awaitingReview,awaitingCallback';

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
  },
  decide: {
    label: 'desk.decide',
    roles: ['dispatcher', 'reviewer', 'manager', 'supervisor', 'handler', 'departmentHead'],
    tabs: [
      requestTab('return', ['dispatcher', 'supervisor', 'handler', 'departmentHead']),
      requestTab('extension', ['reviewer', 'supervisor', 'handler', 'departmentHead']),
      requestTab('shelving', ['manager']),
      requestTab('question', ['dispatcher']),
      requestTab('rework', ['reviewer', 'supervisor']),
    ],
  },
  inbox: {
    label: 'desk.inbox',
    roles: ['handler', 'departmentHead'],
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
  },
  supervise: {
    label: 'desk.supervise',
    roles: ['supervisor', 'manager'],
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
    label: 'desk.all',
    roles: centreRoles,
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
  desks[desk].tabs.filter((tab) => !tab.roles || hasRole(person, tab.roles));
export const desksOf = (person: Person): DeskName[] => deskNames.filter((name) => hasRole(person, desks[name].roles));
export const isDesk = (name: string | undefined): name is DeskName => deskNames.some((n) => n === name);
export const mayLog = (person: Person) => hasRole(person, ['agent', 'dispatcher']);
/** Whoever takes calls, rings back or watches over both. */
/** Whoever answers citizens or for a department reads what may be told. */
export const readsKnowledge = (person: Person) => hasRole(person, [...centreRoles, 'handler', 'departmentHead']);
export const seesCalls = (person: Person) =>
  hasRole(person, ['agent', 'dispatcher', 'callbackAgent', 'supervisor', 'manager', 'auditor']);
export const takesCalls = (person: Person) => hasRole(person, ['agent']);
export const seesReports = (person: Person) =>
  hasRole(person, ['manager', 'supervisor', 'auditor', 'departmentHead', 'reviewer']);
/** The ranking of a whole centre is for people of the centre. */
export const seesBulletin = (person: Person) =>
  hasRole(person, ['manager', 'supervisor', 'reviewer', 'dispatcher', 'auditor']);
export const administers = (person: Person) => hasRole(person, ['administrator']);
export const audits = (person: Person) => hasRole(person, ['administrator', 'auditor']);
