import { expect, test } from 'vitest';
import { citizenSteps, type LogEntry } from './citizenSteps.ts';
import { openActions, takeAction } from './lifecycle.ts';
import type { Case } from './model/case.ts';
import { crowd } from './testing/crowd.test-support.ts';
import { inputOf, momentFor, moments, scenes } from './testing/scenes.test-support.ts';
import {
  cast,
  directory,
  dispatched,
  does,
  entryOf,
  historyOf,
  joined,
  logged,
  moment,
  type Who,
} from './testing/town.test-support.ts';
import { verbNames, verbs } from './verbs/index.ts';

const toldOf = (c: Case, log: readonly LogEntry[] = historyOf(c), appealId = 'a1') =>
  citizenSteps(
    log.map((entry) => ({ ...entry, ticketId: c.ticket.id })),
    c,
    appealId,
    directory,
  );
const sentences = (c: Case, appealId = 'a1') => toldOf(c, historyOf(c), appealId).map((s) => s.sentence);
const lead = { dispatchId: 't1-d1' };

type History = { readonly c: Case; readonly log: readonly LogEntry[] };
let known: History[] | undefined;

/** Every history of the scenes and of the crowd, and each with every one thing more that may be done. Made inside tests, once. */
function histories(): readonly History[] {
  known ??= Object.values({ ...scenes(), ...crowd() }).flatMap((c) => [{ c, log: historyOf(c) }, ...continued(c)]);
  return known;
}

function continued(c: Case): History[] {
  const done = new Set<string>();
  return moments.flatMap((at) =>
    (Object.keys(cast) as Who[]).flatMap((who) =>
      openActions(c, moment(at, { actor: cast[who] })).flatMap((action) => {
        // Who of the staff it was, and on which day, makes no difference to what is told.
        const key = `${action.name} ${action.target} ${cast[who].type}`;
        if (action.disabledReason !== null || done.has(key)) return [];
        done.add(key);
        const input = inputOf(action, c, who);
        const taken = takeAction(c, action.name, action.version, input, { ...momentFor(at, input), actor: cast[who] });
        const after = (fields: readonly string[], childId: string | null) => [
          ...historyOf(c),
          entryOf(action.name, cast[who], at, { fields, childId }),
        ];
        const own = { c: taken.case, log: after(taken.fields, taken.childId) };
        return taken.other ? [own, { c: taken.other.case, log: after(taken.other.fields, null) }] : [own];
      }),
    ),
  );
}

test('every verb that tells the citizen something is seen to do so in some history', { timeout: 60_000 }, () => {
  const seen = new Set(
    histories().flatMap(({ c, log }) => ['a1', 'a2'].flatMap((id) => toldOf(c, log, id)).map((s) => s.verb)),
  );
  const telling = verbNames.filter((name) => verbs[name].citizen !== 'notTold');
  expect(telling.filter((name) => !seen.has(name))).toEqual([]);
  expect([...seen].filter((name) => name !== 'log' && !telling.some((verb) => verb === name))).toEqual([]);
});

test('each thing that happened is told at most once, in the order in which it happened, and what was told stays told', () => {
  const wrong = histories().filter(({ c, log }) => {
    const told = toldOf(c, log);
    const earlier = toldOf(c, log.slice(0, -1));
    const [last, ...rest] = told.slice(earlier.length);
    const isLast = !last || (last.verb === log.at(-1)?.verb && last.at === log.at(-1)?.effectiveAt);
    return rest.length > 0 || !isLast || earlier.some((step, i) => step.sentence !== told[i]?.sentence);
  });
  expect(wrong.map(({ log }) => log.map((e) => e.verb).join(' '))).toEqual([]);
});

test('a citizen never learns of units below the top-level department, of names of staff, or of what they wrote', () => {
  const staff = Object.values(cast).flatMap((actor) => (actor.type === 'person' ? [actor.id] : []));
  const departments = ['water', 'gas', 'roads'];
  const hidden = ['east', 'west', ...staff.filter((id) => !departments.includes(id))];
  const written = ['职责', '理由', '督办要求', '请核实', '确有需要', '按规定', '会同', '超出政策', '系统故障', '已核'];
  const all = histories().flatMap(({ c, log }) => toldOf(c, log).map((s) => s.sentence));
  for (const sentence of new Set(all)) for (const word of [...hidden, ...written]) expect(sentence).not.toContain(word);
});

test('the whole way of an appeal, as its citizen reads it', () => {
  const { closed, dissatisfied } = scenes();
  expect(sentences(closed as Case)).toEqual([
    '诉求已登记',
    '已交由water办理',
    'water已签收',
    'water已答复，热线中心正在审核',
    '答复已通过审核',
    '热线中心回访结束',
  ]);
  const again = does(dissatisfied as Case, 'reviewer', 'rework', { note: '请重新核实。' });
  expect(sentences(again).slice(-2)).toEqual(['热线中心回访结束', '诉求重新办理，由water承办']);
});

test('an assist’s or a sub-dispatched unit’s signing and replying is not told, though the lead’s is', () => {
  const c = scenes()['child replied'] as Case;
  expect(historyOf(c).map((e) => e.verb)).toEqual(['log', 'dispatch', 'sign', 'sign', 'subDispatch', 'sign', 'reply']);
  expect(sentences(c)).toEqual(['诉求已登记', '已交由water办理', 'water已签收']);
});

test('a reply is told when it leaves the department, not while its own head still looks at it', () => {
  const c = scenes()['before the head'] as Case;
  expect(sentences(c).at(-1)).toBe('water已签收');
  expect(sentences(does(c, 'head', 'rejectReply', { ...lead, note: '请补充。' })).at(-1)).toBe('water已签收');
  expect(sentences(does(c, 'head', 'approveReply', lead)).at(-1)).toBe('water已答复，热线中心正在审核');
});

test('a unit below that was sent the matter directly is named by its top-level department', () => {
  expect(sentences(dispatched(logged(), 'east')).at(-1)).toBe('已交由water办理');
});

test('what other citizens of the same ticket do, and what is done for them, is their own affair', () => {
  const both = joined(logged(), 2) as Case;
  const asked = does(both, 'agent', 'askCitizen', { appealId: 'a2', question: '在哪里？' });
  const told = does(asked, 'agent', 'supplement', { appealId: 'a2', text: '在门口。' });
  const urged = does(told, 'citizen', 'urge');
  expect(sentences(urged)).toEqual(['诉求已登记', '已收到您的催办']);
  expect(sentences(urged, 'a2')).toEqual(['诉求已登记', '请您补充情况', '已收到您补充的情况']);
});

test('two tickets becoming one, or one becoming two, is told to those whose appeal went over, and to nobody else', () => {
  const both = joined(logged(), 2) as Case;
  const input = { appealIds: ['a2'] };
  const m = { ...momentFor(moments[0], input), actor: cast.agent };
  const { case: left, fields, childId, other } = takeAction(both, 'split', both.ticket.version, input, m);
  const entry = (taken: { fields: readonly string[]; childId: string | null }) => [
    entryOf('split', cast.agent, moments[0], taken),
  ];
  expect(toldOf(left, entry({ fields, childId }))).toEqual([]);
  const there = other as NonNullable<typeof other>;
  const gone = toldOf(there.case, entry({ fields: there.fields, childId: null }), 'a2');
  expect(gone.map((s) => s.sentence)).toEqual(['单独办理，您的编号和承诺时限不变']);
});

test('closing is told to whom it closes, a refused rework to whoever asked for it', () => {
  const { 'three answered': answered, 'one of three dissatisfied': unhappy } = crowd();
  const called = { reached: 'reached', solved: 'yes', satisfaction: 'satisfied' };
  const rated = does(answered as Case, 'citizen', 'recordCallback', { appealId: 'a1', ...called });
  const closed = does(rated, 'supervisor', 'close', { note: '已多次联系。' });
  expect(sentences(closed).at(-1)).toBe('已收到您的评价');
  expect(sentences(closed, 'a2').at(-1)).toBe('诉求已办结');
  const refused = does(unhappy as Case, 'reviewer', 'refuseRework', { decision: '超出政策范围。' });
  expect(sentences(refused).at(-1)).toBe('经复核，维持原答复');
  expect(sentences(refused, 'a2').at(-1)).toBe('答复已通过审核');
});

test('an attempt that reached nobody is told when it is the last', () => {
  const { 'tried twice': twice, accepted } = scenes();
  expect(sentences(twice as Case)).toEqual(sentences(accepted as Case));
  const unreached = does(twice as Case, 'callbackAgent', 'recordCallback', { appealId: 'a1', reached: 'unreachable' });
  expect(sentences(unreached).at(-1)).toBe('热线中心回访结束');
});

test('an entry the log cannot have is a bug, not a silence', () => {
  const c = logged();
  const entry = { ...entryOf('constructor', cast.agent, moments[0], { fields: [], childId: null }) };
  expect(() => toldOf(c, [entry])).toThrow('constructor');
});
