import type { RouteName } from '@hotline/shared/api/routes';
import { defaultSchemes } from '@hotline/shared/assessment/defaultSchemes';
import { ruleOf } from '../centres.ts';
import { ofCentre, type Person, people } from './people.ts';

const articleContent = {
  title: '路灯不亮怎么报修',
  questions: [],
  answer: '请拨打12345，由市城管委派人维修。',
  ...{ basis: null, categoryId: null, departmentId: null, validFrom: null, validUntil: null, reviewMonths: 12 },
};

const everybody: readonly Person[] = people;
const caseReaders: readonly Person[] = [...ofCentre, 'traffic', 'traffic.head'];
const bulletinReaders = ['manager', 'supervisor', 'reviewer', 'dispatcher', 'auditor'] as const;
export const figureReaders = everybody.filter((p) => !['agent', 'callback', 'admin'].includes(p));
const writersOfAppeals: readonly Person[] = ['agent', 'dispatcher', 'supervisor', 'reviewer'];
/** What is asked about is not there; the route itself is open. */
const ofArticle = ['article', 'changeArticle', 'decideArticle', 'cancelArticle', 'retireArticle', 'confirmArticle'];
export const isAboutNothing = [
  ...['deleteDraft', 'revokeTelephonyToken', 'deleteView', 'seeHotspot'],
  ...[...ofArticle, 'reportArticle', 'answerReport', 'addArticleFile', 'removeArticleFile'],
  ...['changePhrase', 'dropPhrase'],
  ...['importRun', 'readImport', 'previewImport', 'checkImport', 'startImport', 'pauseImport', 'continueImport'],
  ...['undoImport', 'discardImport'],
];

type Expected = {
  url: (id: string, appealId: string) => string;
  body?: unknown;
  may: readonly Person[] | 'public';
  hidden?: true;
};
/** Every route of the contract; a new one does not compile until it says here who may call it. */
export const routeRights: Record<RouteName, Expected> = {
  signIn: { url: () => '/api/session', body: { username: 'nobody', password: 'x' }, may: 'public' },
  session: { url: () => '/api/session', may: everybody },
  signOut: { url: () => '/api/session', may: [] },
  catalog: { url: () => '/api/catalog', may: everybody },
  drafts: { url: () => '/api/drafts', may: everybody },
  getDraft: { url: () => '/api/drafts/a', may: everybody },
  putDraft: { url: () => '/api/drafts/a', body: { body: {} }, may: everybody },
  deleteDraft: { url: () => '/api/drafts/a', may: everybody },
  preferences: { url: () => '/api/preferences', may: everybody },
  changePreferences: { url: () => '/api/preferences', body: { change: {} }, may: everybody },
  changePassword: { url: () => '/api/session/password', body: { current: 'x', password: 'x' }, may: everybody },
  phrases: { url: () => '/api/phrases', may: everybody },
  addPhrase: {
    url: () => '/api/phrases',
    body: { audience: 'centre', place: 'any', title: '问候', text: '您好，请讲。' },
    may: ['admin'],
  },
  changePhrase: {
    url: () => '/api/phrases/none',
    body: { version: 1, place: 'any', title: '问候', text: '您好，请讲。' },
    may: everybody,
  },
  dropPhrase: { url: () => '/api/phrases/none', may: everybody },
  addresses: { url: () => '/api/addresses?q=%E4%BA%94', may: ['agent', 'dispatcher', 'supervisor'] },
  logAppeal: {
    url: () => '/api/appeals',
    body: { channel: 'phone', kind: 'help', content: '路灯不亮已经三天', citizen: {} },
    may: ['agent', 'dispatcher', 'supervisor'],
  },
  appealsByPhone: {
    url: () => '/api/appeals?phone=19900001234',
    may: ['agent', 'dispatcher', 'supervisor', 'reviewer', 'callback'],
  },
  revealAppeal: {
    url: (_, id) => `/api/appeals/${id}/reveal`,
    body: { purpose: '回访联系' },
    may: caseReaders,
    hidden: true,
  },
  tickets: { url: () => '/api/tickets', may: everybody },
  ticketCounts: { url: () => '/api/tickets/counts', may: everybody },
  ticket: { url: (id) => `/api/tickets/${id}`, may: caseReaders, hidden: true },
  // Who else called from a number is for those who may look a number up.
  alikeTickets: {
    url: (id) => `/api/tickets/${id}/alike`,
    may: ['agent', 'dispatcher', 'supervisor', 'reviewer', 'callback'],
  },
  ticketStub: { url: (id) => `/api/tickets/${id}/stub`, may: [], hidden: true },
  endedDispatches: { url: () => '/api/stubs', may: ['traffic', 'traffic.head', 'urban', 'urban.head'] },
  assignees: { url: (id) => `/api/tickets/${id}/assignees`, may: caseReaders, hidden: true },
  ticketEvents: { url: (id) => `/api/tickets/${id}/events`, may: caseReaders, hidden: true },
  search: { url: () => '/api/search?q=%E8%B7%AF%E7%81%AF', may: everybody },
  views: { url: () => '/api/views', may: everybody },
  saveView: {
    url: () => '/api/views',
    body: { name: '我的投诉件', audience: 'private', query: 'kind=complaint' },
    may: everybody,
  },
  deleteView: { url: () => '/api/views/none', may: everybody },
  suggestions: { url: () => '/api/suggestions?content=%E8%B7%AF%E7%81%AF', may: writersOfAppeals },
  similarAppeals: { url: () => '/api/appeals/similar?content=%E8%B7%AF%E7%81%AF', may: writersOfAppeals },
  ticketRouting: { url: (id) => `/api/tickets/${id}/suggestions`, may: writersOfAppeals },
  hotspots: { url: () => '/api/hotspots', may: ['dispatcher', 'supervisor', 'manager'] },
  seeHotspot: { url: () => '/api/hotspots/none/seen', may: ['dispatcher', 'supervisor', 'manager'] },
  // A city without a history learns nothing: allowed, and refused with a sentence.
  trainModel: { url: () => '/api/suggestions/model', may: ['admin'] },
  figures: { url: () => '/api/figures', may: everybody },
  figure: { url: () => '/api/figures/timelyReplyRate', may: figureReaders },
  board: { url: () => '/api/board', may: figureReaders },
  bulletins: { url: () => '/api/bulletins', may: bulletinReaders },
  bulletin: { url: () => '/api/bulletins/2026-10', may: bulletinReaders },
  articles: { url: () => '/api/articles', may: everybody },
  fittingArticles: { url: () => '/api/articles/fitting?content=%E8%B7%AF%E7%81%AF', may: everybody },
  addArticle: {
    url: () => '/api/articles',
    body: { content: articleContent },
    may: ['agent', 'dispatcher', 'callback', 'reviewer', 'supervisor', 'manager'],
  },
  article: { url: () => '/api/articles/none', may: everybody },
  changeArticle: {
    url: () => '/api/articles/none/changes',
    body: { version: 1, content: articleContent },
    may: everybody,
  },
  decideArticle: {
    url: () => '/api/articles/none/decide',
    body: { changeId: 'none', approve: true },
    may: everybody,
  },
  cancelArticle: { url: () => '/api/articles/none/cancel', body: { changeId: 'none' }, may: everybody },
  retireArticle: { url: () => '/api/articles/none/retire', body: { version: 1, reason: '已过时。' }, may: everybody },
  confirmArticle: { url: () => '/api/articles/none/confirm', body: { version: 1 }, may: everybody },
  reportArticle: {
    url: () => '/api/articles/none/reports',
    body: { version: 1, text: '电话已变更。' },
    may: everybody,
  },
  addArticleFile: {
    url: () => '/api/articles/none/files',
    body: { name: '申请表.pdf', mediaType: 'application/pdf', content: 'JVBERi0xLjc=' },
    may: everybody,
  },
  removeArticleFile: { url: () => '/api/articles/none/files/none', may: everybody },
  answerReport: { url: () => '/api/articles/none/reports/none', body: { answer: '已更正。' }, may: everybody },
  schemes: { url: () => '/api/schemes', may: figureReaders },
  scores: { url: () => '/api/schemes/three-rates/scores', may: figureReaders },
  publishBulletin: { url: () => '/api/bulletins', body: { month: '2026-10' }, may: ['manager'] },
  figureRows: { url: () => '/api/figures/timelyReplyRate/rows', may: figureReaders },
  telephony: {
    url: () => '/api/telephony/demo-telephony-token',
    body: { event: 'newCall', callId: 'rights-0', from: '19900001234', to: '12345', direction: 'in' },
    may: 'public',
  },
  calls: { url: () => '/api/calls', may: everybody },
  // Of calls nobody is told that they are not there; who sees and does what is in telephony.spec.ts.
  call: { url: () => '/api/calls/nothing', may: [], hidden: true },
  caller: { url: () => '/api/calls/nothing/caller', may: [], hidden: true },
  claimCallback: { url: () => '/api/calls/nothing/claim', may: [], hidden: true },
  completeCallback: {
    url: () => '/api/calls/nothing/called-back',
    body: { result: 'notReached' },
    may: [],
    hidden: true,
  },
  dismissCall: { url: () => '/api/calls/nothing/dismiss', may: [], hidden: true },
  revealCall: { url: () => '/api/calls/nothing/reveal', body: { purpose: '回拨漏接' }, may: [], hidden: true },
  seat: { url: () => '/api/seat', may: ['agent', 'dispatcher', 'callback', 'supervisor'] },
  changeSeat: {
    url: () => '/api/seat',
    body: { state: 'busy' },
    may: ['agent', 'dispatcher', 'callback', 'supervisor'],
  },
  seats: { url: () => '/api/seats', may: ['supervisor', 'manager', 'auditor'] },
  telephonyTokens: { url: () => '/api/telephony-tokens', may: ['admin'] },
  changeAreaCode: { url: () => '/api/area-code', body: { areaCode: '0591' }, may: ['admin'] },
  addTelephonyToken: { url: () => '/api/telephony-tokens', body: { name: '测试' }, may: ['admin'] },
  revokeTelephonyToken: { url: () => '/api/telephony-tokens/nothing', may: ['admin'] },
  startExport: {
    url: () => '/api/exports',
    body: { what: 'tickets', purpose: '核对数据', query: {} },
    may: figureReaders,
  },
  // Nobody’s export but his own exists: told in the story of exports.
  export: { url: () => '/api/exports/none', may: [] },
  imports: { url: () => '/api/imports', may: ['admin'] },
  importRun: { url: () => '/api/imports/nothing', may: ['admin'] },
  readImport: { url: () => '/api/imports/nothing/reading', body: {}, may: ['admin'] },
  previewImport: { url: () => '/api/imports/nothing/preview', body: { mapping: {} }, may: ['admin'] },
  checkImport: { url: () => '/api/imports/nothing/check', body: { mapping: {} }, may: ['admin'] },
  startImport: { url: () => '/api/imports/nothing/start', body: { mapping: {} }, may: ['admin'] },
  pauseImport: { url: () => '/api/imports/nothing/pause', may: ['admin'] },
  continueImport: { url: () => '/api/imports/nothing/continue', may: ['admin'] },
  undoImport: { url: () => '/api/imports/nothing/undo', may: ['admin'] },
  discardImport: { url: () => '/api/imports/nothing/discard', may: ['admin'] },
  portalAppeal: {
    url: () => '/api/portal/appeals',
    body: { kind: 'help', content: '路灯不亮已经三天' },
    may: 'public',
  },
  portalLookup: { url: () => '/api/portal/lookup', body: { number: '26110299999', code: 'AAAAAAAA' }, may: 'public' },
  portalUrge: { url: () => '/api/portal/appeals/26110299998/urge', body: { code: 'AAAAAAAA' }, may: 'public' },
  portalRate: {
    url: () => '/api/portal/appeals/26110299997/rate',
    body: { code: 'AAAAAAAA', solved: 'yes', satisfaction: 'satisfied' },
    may: 'public',
  },
  portalWithdraw: {
    url: () => '/api/portal/appeals/26110299996/withdraw',
    body: { code: 'AAAAAAAA' },
    may: 'public',
  },
  adminHome: { url: () => '/api/admin', may: ['admin'] },
  calendar: { url: () => '/api/admin/calendar', may: ['admin'] },
  changeCalendar: {
    url: () => '/api/admin/calendar',
    body: { version: 99, change: { set: [], clear: [] } },
    may: ['admin'],
  },
  importCalendar: {
    url: () => '/api/admin/calendar/import',
    body: { version: 1, year: 2027, text: '2027-01-01,0,元旦', dryRun: true },
    may: ['admin'],
  },
  previewCorrection: { url: () => '/api/admin/calendar/correction/preview', may: ['admin'] },
  startCorrection: { url: () => '/api/admin/calendar/correction', body: { version: 1 }, may: ['admin'] },
  correction: { url: () => '/api/admin/calendar/correction', may: ['admin'] },
  rules: { url: () => '/api/admin/rules', may: ['admin'] },
  saveRules: { url: () => '/api/admin/rules', body: { version: 99, rules: [ruleOf(3)] }, may: ['admin'] },
  schemeSet: { url: () => '/api/admin/schemes', may: ['admin'] },
  saveSchemes: { url: () => '/api/admin/schemes', body: { ...defaultSchemes(), version: 99 }, may: ['admin'] },
  ruleSubject: { url: () => '/api/admin/rules/subject?number=none', may: ['admin'] },
  people: { url: () => '/api/admin/people', may: ['admin'] },
  addPerson: {
    url: () => '/api/admin/people',
    body: { username: 'lin.min', name: '林敏', password: 'x', grants: [{ role: 'agent', path: 'fz.' }] },
    may: ['admin'],
  },
  setGrants: {
    url: () => '/api/admin/people/none/grants',
    body: { scopeVersion: 1, grants: [{ role: 'agent', path: 'fz.' }] },
    may: ['admin'],
  },
  disablePerson: { url: () => '/api/admin/people/none/disable', may: ['admin'] },
  enablePerson: { url: () => '/api/admin/people/none/enable', may: ['admin'] },
  resetPassword: { url: () => '/api/admin/people/none/password', body: { password: 'x' }, may: ['admin'] },
  departments: { url: () => '/api/admin/departments', may: ['admin'] },
  addDepartment: {
    url: () => '/api/admin/departments',
    body: {
      parentId: 'none',
      name: '市档案馆',
      shortName: '档案馆',
      phone: null,
      duties: null,
      requiresApproval: false,
    },
    may: ['admin'],
  },
  changeDepartment: {
    url: () => '/api/admin/departments/none',
    body: { name: '市档案馆', shortName: '档案馆', phone: null, duties: null, requiresApproval: false },
    may: ['admin'],
  },
  retireDepartment: { url: () => '/api/admin/departments/none/retire', may: ['admin'] },
  restoreDepartment: { url: () => '/api/admin/departments/none/restore', may: ['admin'] },
  audit: { url: () => '/api/admin/audit', may: ['admin', 'auditor'] },
};
