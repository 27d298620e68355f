import {
  administrators,
  agents,
  appealLoggers,
  auditReaders,
  bulletinReaders,
  callbackAgents,
  callHearers,
  centreStaff,
  departmentStaff,
  dispatchers,
  everyRole,
  figureReaders,
  lateEntryLoggers,
  managers,
  type RoleGroup,
  requestJudges,
  reviewers,
  supervisors,
} from '@hotline/shared/people/roles';
import type { TextKey } from './text/zh.ts';

export type Page = {
  /** Where it lies below the console, as the router reads it. */
  readonly path: string;
  readonly label: TextKey;
  /** Whoever may open it: guard, rail, palette and tabs ask here and nowhere else. */
  readonly who: RoleGroup;
  /** Its file in this folder, which exports a component of that name and is loaded when somebody opens the page. */
  readonly component: `${string}Page`;
  /** Its word in the rail; of a section stands there only the first page that is a person's own. */
  readonly rail?: TextKey;
  /** Roles whose day begins here, whatever else they may open. */
  readonly start?: RoleGroup;
};

/**
 * Every page of the console in the order of the rail. A name before the dot is its section. To add a page: a line here
 * and its component; route, guard, rail, palette and tabs follow.
 */
// biome-ignore format: one line a page
export const pages = {
  log: { path: '/log', label: 'log.title', rail: 'desk.log', who: appealLoggers, start: agents, component: 'appeals/LogPage' },
  lateList: { path: '/log/late', label: 'lateList.title', who: lateEntryLoggers, component: 'appeals/lateList/LateListPage' },
  'desk.dispatch': { path: '/desk/dispatch/:id?', label: 'desk.dispatch', rail: 'desk.dispatch', who: dispatchers, component: 'desk/NamedDeskPage' },
  'desk.inbox': { path: '/desk/inbox/:id?', label: 'desk.inbox', rail: 'desk.inbox', who: departmentStaff, component: 'desk/NamedDeskPage' },
  'desk.review': { path: '/desk/review/:id?', label: 'desk.review', rail: 'desk.review', who: reviewers, component: 'desk/NamedDeskPage' },
  'desk.callback': { path: '/desk/callback/:id?', label: 'desk.callback', rail: 'desk.callback', who: callbackAgents, component: 'desk/NamedDeskPage' },
  'desk.supervise': { path: '/desk/supervise/:id?', label: 'desk.supervise', rail: 'desk.supervise', who: supervisors, component: 'desk/NamedDeskPage' },
  'desk.decide': { path: '/desk/decide/:id?', label: 'desk.decide', rail: 'desk.decide', who: requestJudges, component: 'desk/NamedDeskPage' },
  'desk.all': { path: '/desk/all/:id?', label: 'desk.all', rail: 'desk.all', who: centreStaff, component: 'desk/NamedDeskPage' },
  ended: { path: '/ended', label: 'stub.title', who: departmentStaff, component: 'desk/queue/EndedPage' },
  calls: { path: '/calls', label: 'desk.calls', rail: 'desk.calls', who: callHearers, component: 'calls/CallsPage' },
  search: { path: '/search', label: 'find.title', who: everyRole, component: 'search/SearchPage' },
  directory: { path: '/directory/:id?', label: 'desk.directory', rail: 'desk.directory', who: everyRole, component: 'directory/DirectoryPage' },
  knowledge: { path: '/knowledge/:id?', label: 'desk.knowledge', rail: 'desk.knowledge', who: everyRole, component: 'knowledge/KnowledgePage' },
  'reports.board': { path: '/reports', label: 'report.board', rail: 'desk.reports', who: figureReaders, start: managers, component: 'reports/BoardPage' },
  'reports.figures': { path: '/reports/figures', label: 'report.figures', who: figureReaders, component: 'reports/FiguresPage' },
  'reports.scores': { path: '/reports/scores', label: 'report.scores', who: figureReaders, component: 'reports/scores/ScoresPage' },
  'reports.bulletin': { path: '/reports/bulletin', label: 'report.bulletin', who: bulletinReaders, component: 'reports/bulletin/BulletinPage' },
  'admin.home': { path: '/admin', label: 'admin.home', rail: 'desk.admin', who: administrators, component: 'admin/AdminHomePage' },
  'admin.calendar': { path: '/admin/calendar', label: 'admin.calendar', who: administrators, component: 'admin/calendar/CalendarPage' },
  'admin.rules': { path: '/admin/rules', label: 'admin.rules', who: administrators, component: 'admin/rules/RulesPage' },
  'admin.schemes': { path: '/admin/schemes', label: 'admin.schemes', who: administrators, component: 'admin/schemes/SchemesPage' },
  'admin.people': { path: '/admin/people', label: 'admin.people', who: administrators, component: 'admin/people/PeoplePage' },
  'admin.departments': { path: '/admin/departments', label: 'admin.departments', who: administrators, component: 'admin/departments/DepartmentsPage' },
  'admin.migration': { path: '/admin/migration', label: 'admin.migration', who: administrators, component: 'admin/migration/MigrationPage' },
  'admin.telephony': { path: '/admin/telephony', label: 'admin.telephony', who: administrators, component: 'admin/telephony/TelephonyPage' },
  'admin.audit': { path: '/admin/audit', label: 'admin.audit', rail: 'desk.audit', who: auditReaders, component: 'admin/audit/AuditPage' },
  'settings.general': { path: '/settings', label: 'settings.general', who: everyRole, component: 'settings/GeneralSettingsPage' },
  'settings.keys': { path: '/settings/keys', label: 'settings.keys', who: everyRole, component: 'settings/KeySettingsPage' },
  'settings.phrases': { path: '/settings/phrases', label: 'settings.phrases', who: everyRole, component: 'phrases/PhrasesPage' },
  'settings.drafts': { path: '/settings/drafts', label: 'settings.drafts', who: everyRole, component: 'settings/DraftSettingsPage' },
  'settings.password': { path: '/settings/password', label: 'settings.password', who: everyRole, component: 'settings/PasswordSettingsPage' },
} as const satisfies Record<string, Page>;

export type PageName = keyof typeof pages;
type Inside<Section extends string> = PageName extends infer N
  ? N extends `${Section}.${infer Rest}`
    ? Rest
    : never
  : never;
export type DeskName = Inside<'desk'>;
export type AdminSection = Inside<'admin'>;
export type SettingsSection = Inside<'settings'>;

/** What pages of a section share: the word before theirs in the palette, and the frame they are shown in. */
export const sections = {
  reports: { label: 'desk.reports', frame: null },
  admin: { label: 'desk.admin', frame: 'admin/AdminFrame' },
  settings: { label: 'settings.title', frame: 'settings/SettingsFrame' },
} as const satisfies Record<string, { label: TextKey; frame: `${string}Frame` | null }>;
export type SectionName = keyof typeof sections;
