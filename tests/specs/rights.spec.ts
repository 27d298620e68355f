import { demandPolicies } from '@hotline/server/app/route';
import { type RouteName, routes } from '@hotline/shared/api/routes';
import { defaultSchemes } from '@hotline/shared/assessment/defaultSchemes';
import { type VerbName, verbs } from '@hotline/shared/ticket/verbs/index';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ruleOf } from '../support/centres.ts';
import { openSocket } from '../support/console.ts';
import { type History, inputOf, openHistory } from '../support/history.ts';
import { openHotline, type TestHotline } from '../support/hotline.ts';

let h: TestHotline;
let history: History;
beforeAll(async () => {
  h = await openHotline();
  history = await openHistory(h);
});
afterAll(() => h.close());

const articleContent = {
  title: '路灯不亮怎么报修',
  questions: [],
  answer: '请拨打12345，由市城管委派人维修。',
  ...{ basis: null, categoryId: null, departmentId: null, validFrom: null, validUntil: null, reviewMonths: 12 },
};
const op = { what: 0, who: 1, which: 1, extra: 1 };
const ofCentre = ['agent', 'dispatcher', 'reviewer', 'callback', 'supervisor', 'manager', 'auditor'] as const;
/** `traffic` holds the ticket, `urban` is another department, `admin` administers and reads no case. */
const people = [...ofCentre, 'admin', 'traffic', 'traffic.head', 'urban', 'urban.head'] as const;
type Person = (typeof people)[number];

const send = async (who: Person | null, method: string, url: string, payload?: unknown) => {
  const headers = who === null ? {} : { cookie: await h.signIn(who) };
  return h.server.inject({
    method: method as 'GET',
    url,
    headers,
    ...(payload === undefined ? {} : { payload: payload as object }),
  });
};
const held = async () => {
  const { ticket } = (await history.log(op)).case;
  const dispatcher = await h.as('dispatcher');
  return dispatcher.act(ticket.id, 'dispatch', 1, { leadId: 'traffic', assistIds: [] });
};

describe('who may call which route', () => {
  const everybody: readonly Person[] = people;
  const caseReaders: readonly Person[] = [...ofCentre, 'traffic', 'traffic.head'];
  const bulletinReaders = ['manager', 'supervisor', 'reviewer', 'dispatcher', 'auditor'] as const;
  const figureReaders = everybody.filter((p) => !['agent', 'callback', 'admin'].includes(p));
  const writersOfAppeals: readonly Person[] = ['agent', 'dispatcher', 'supervisor', 'reviewer'];
  /** What is asked about is not there; the route itself is open. */
  const ofArticle = ['article', 'changeArticle', 'decideArticle', 'cancelArticle', 'retireArticle', 'confirmArticle'];
  const isAboutNothing = [
    ...['getDraft', 'deleteDraft', 'revokeTelephonyToken', 'deleteView', 'seeHotspot'],
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
  const table: Record<RouteName, Expected> = {
    signIn: { url: () => '/api/session', body: { username: 'nobody', password: 'x' }, may: 'public' },
    session: { url: () => '/api/session', may: everybody },
    signOut: { url: () => '/api/session', may: [] },
    catalog: { url: () => '/api/catalog', may: everybody },
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

  test('every route × everybody: 401 without a session, 403 without the role, 404 out of sight', async () => {
    const c = await held();
    const appealId = c.appeals[0]?.id ?? '';
    for (const name of Object.keys(table) as RouteName[]) {
      const { url, body, may, hidden } = table[name];
      const { method } = routes[name];
      const nobody = await send(null, method, url(c.ticket.id, appealId), body);
      if (may === 'public') {
        expect([200, 201, 404], `${name} in public`).toContain(
          nobody.statusCode === 401 && name === 'signIn' ? 404 : nobody.statusCode,
        );
        continue;
      }
      expect(nobody.statusCode, `${name} without session`).toBe(401);
      expect(nobody.json(), name).toMatchObject({ code: 'unauthenticated' });
      if (name === 'signOut') continue;
      for (const who of people) {
        const answer = await send(who, method, url(c.ticket.id, appealId), body);
        const isGone = isAboutNothing.includes(name);
        if (name === 'export') {
          expect(answer.statusCode, `${name} by ${who}`).toBe(figureReaders.includes(who) ? 404 : 403);
          continue;
        }
        // Whoever may call it gets past the door; what he asks for here is not there, stale or weak.
        const isAdministration = routes[name].path.startsWith('/api/admin');
        const isWeak = isAdministration || name === 'trainModel' || name === 'changePassword';
        const inside = isWeak ? [200, 201, 400, 404, 409] : isGone ? [200, 204, 404] : [200, 201];
        const expected = may.includes(who) ? inside : [hidden ? 404 : 403];
        expect(expected, `${name} by ${who}: ${answer.body.slice(0, 200)}`).toContain(answer.statusCode);
      }
    }
  });

  test('a server with a route that declares no policy does not start', async () => {
    const server = Fastify();
    demandPolicies(server);
    expect(() => server.get('/api/open', async () => ({}))).toThrow('declares no policy');
    expect(() => server.get('/api/closed', { config: { policy: 'signedIn' } }, async () => ({}))).not.toThrow();
    await server.close();
  });
});

/** A request, an order or a card must be there first: their verbs are told in the stories of the life cycle. */
type VerbAboutCase = {
  [N in VerbName]: (typeof verbs)[N]['about'] extends 'request' | 'order' | 'card' ? never : N;
}[VerbName];

describe('who may do what to a case', () => {
  const clerks: readonly Person[] = ['traffic', 'traffic.head'];
  /** Written out from the definition of the life cycle, not read from the verbs; null = the clock's own. */
  const table: Record<VerbAboutCase, readonly Person[] | null> = {
    designate: ['dispatcher', 'supervisor'],
    markInvalid: ['agent', 'dispatcher'],
    handOff: ['agent', 'dispatcher'],
    askCitizen: ['agent', 'dispatcher'],
    supplement: ['agent', 'dispatcher', 'callback'],
    progress: clerks,
    subDispatch: clerks,
    requestReturn: clerks,
    requestExtension: clerks,
    requestShelving: clerks,
    askQuestion: clerks,
    // Nobody: the dispatch at hand is a lead's, with nothing below it.
    recall: [],
    releaseAssist: [],
    rework: ['reviewer', 'supervisor'],
    refuseRework: ['reviewer', 'supervisor'],
    correctAnswer: ['reviewer'],
    redispatch: ['dispatcher', 'supervisor'],
    addAssist: ['dispatcher', 'supervisor'],
    endShelving: ['supervisor', 'manager'],
    supervise: ['supervisor', 'manager'],
    excuse: ['supervisor'],
    claim: ['agent', 'dispatcher', 'reviewer', 'callback', 'supervisor', ...clerks],
    assign: ['dispatcher', 'supervisor', 'manager', ...clerks],
    publish: ['reviewer'],
    unpublish: ['reviewer', 'supervisor'],
    reopen: ['reviewer', 'supervisor'],
    archive: ['reviewer', 'supervisor'],
    endQuestion: null,
    dispatch: ['agent', 'dispatcher'],
    answer: ['agent', 'dispatcher'],
    decline: ['agent', 'dispatcher'],
    sign: clerks,
    reply: clerks,
    approveReply: ['traffic.head'],
    rejectReply: ['traffic.head'],
    acceptReply: ['reviewer'],
    sendBackReply: ['reviewer'],
    merge: ['agent', 'dispatcher'],
    split: ['agent', 'dispatcher'],
    recordCallback: ['callback'],
    close: ['reviewer', 'supervisor'],
    amend: ['agent', 'dispatcher'],
    urge: ['agent', 'dispatcher', 'reviewer', 'supervisor', 'callback'],
    withdraw: ['agent', 'dispatcher', 'reviewer'],
    autoSign: null,
    yellowCard: null,
    redCard: null,
    applyCalendar: null,
  };

  test('every verb × everybody, and out of sight is exactly like not there', async () => {
    let c = await held();
    const other = await held();
    for (const name of Object.keys(table) as VerbAboutCase[]) {
      const may = table[name];
      for (const who of people) {
        const isOfAppeal = verbs[name].about === 'appeal';
        const target = isOfAppeal ? (c.appeals[0]?.id ?? '') : (c.dispatches[0]?.id ?? '');
        const body = {
          version: 1,
          input: inputOf({ name, target }, { ...op, extra: 0 }, h.clock.now, { own: c, other }),
        };
        const at = (id: string) => `/api/tickets/${id}/${name}`;
        expect((await send(null, 'POST', at(c.ticket.id), body)).statusCode).toBe(may ? 401 : 404);
        const answer = await send(who, 'POST', at(c.ticket.id), body);
        const what = `${name} by ${who}: ${answer.body.slice(0, 200)}`;
        const isUnseen = who === 'admin' || who.startsWith('urban');
        if (!may || isUnseen) {
          expect(answer.statusCode, what).toBe(404);
          const missing = await send(who, 'POST', at('nothing-here'), body);
          expect([missing.statusCode, missing.body], what).toEqual([answer.statusCode, answer.body]);
        } else if (may.includes(who)) expect([200, 400, 409], what).toContain(answer.statusCode);
        else expect([answer.statusCode, answer.json()], what).toMatchObject([403, { code: 'forbidden' }]);
        // Whoever was let through left a changed case behind.
        if (answer.statusCode === 200) c = await held();
      }
    }
  });
});

describe('a citizen’s identity', () => {
  test('stays masked in every answer and frame for everybody; it leaves by reveal alone, audited', async () => {
    const [agent, dispatcher] = [await h.as('agent'), await h.as('dispatcher')];
    const cursor = await agent.call('ticketCounts', {});
    const planted: { appealId: string; ticketId: string; phone: string; name: string; isConfidential: boolean }[] = [];
    for (let i = 0; i < 24; i++) {
      const person = {
        phone: `1${30 + i}7654${3000 + i * 7}`,
        name: `欧阳${String.fromCodePoint(0x4e00 + i * 13)}${String.fromCodePoint(0x5e00 + i)}`,
      };
      const isConfidential = i % 3 === 0;
      const body = {
        channel: 'phone' as const,
        kind: 'help' as const,
        content: '小区门口路灯不亮，请尽快修复。',
        citizen: { ...person, identity: isConfidential ? ('confidential' as const) : ('named' as const) },
      };
      const { appeal, ticket } = await agent.call('logAppeal', { body });
      planted.push({ appealId: appeal.id, ticketId: ticket.id, ...person, isConfidential });
      if (i % 4 > 0)
        await dispatcher.act(ticket.id, 'dispatch', 1, { leadId: 'traffic', assistIds: i % 2 ? ['urban'] : [] });
      if (i % 5 === 0) await agent.act(ticket.id, 'urge', null, {});
    }
    const url = `${(await h.server.listen({ host: '127.0.0.1', port: 0 })).replace('http', 'ws')}/api/live`;
    let scanned = 0;
    const scan = (where: string, text: string) => {
      scanned += text.length;
      for (const { phone, name } of planted) {
        expect(text.includes(phone), `${where} shows ${phone}`).toBe(false);
        expect(text.includes(name), `${where} shows ${name}`).toBe(false);
      }
    };
    for (const who of people) {
      const get = async (path: string) => scan(`${path} for ${who}`, (await send(who, 'GET', path)).body);
      for (const path of [
        'tickets?limit=200',
        'tickets/counts',
        'tickets?q=欧阳',
        'catalog',
        'session',
        'figures/timelyReplyRate/rows',
      ])
        await get(`/api/${encodeURI(path)}`);
      for (const { ticketId, phone } of planted) {
        await get(`/api/tickets/${ticketId}`);
        await get(`/api/tickets/${ticketId}/events`);
        // The number asked for is repeated; nothing else is told in full.
        const { body } = await send(who, 'GET', `/api/appeals?phone=${phone}`);
        scan(`history for ${who}`, body.replace(`"phone":"+86${phone}"`, ''));
      }
      const socket = await openSocket(url, { cookie: await h.signIn(who) });
      socket.hello({ epoch: cursor.epoch, seq: cursor.seq, scopeVersion: 1 });
      await vi.waitFor(() => expect(socket.heard.at(-1)?.t).toBe('hb'));
      scan(`live for ${who}`, JSON.stringify(socket.heard));
      socket.socket.terminate();
    }
    expect(scanned).toBeGreaterThan(200_000);

    const audits = () => h.store.reader.selectFrom('audit').selectAll().orderBy('seq').execute();
    for (const { appealId, phone, name, isConfidential } of planted.slice(1, 7)) {
      const before = (await audits()).length;
      const reveal = async (who: Person) =>
        send(who, 'POST', `/api/appeals/${appealId}/reveal`, { purpose: '联系诉求人核实' });
      const shown = await reveal('agent');
      expect(shown.json()).toEqual({ citizenName: name, phone: `+86${phone}` });
      expect((await audits()).slice(before)).toMatchObject([
        { personId: 'p-agent', act: 'reveal', subjectId: appealId, purpose: '联系诉求人核实' },
      ]);
      const byDepartment = await reveal('traffic');
      expect([isConfidential ? 403 : 200, 404]).toContain(byDepartment.statusCode);
      if (byDepartment.statusCode !== 200) expect(byDepartment.body).not.toContain(phone);
      expect((await reveal('admin')).statusCode).toBe(404);
      expect((await audits()).length - before).toBe(byDepartment.statusCode === 200 ? 2 : 1);
    }
  });
});
