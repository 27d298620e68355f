import { describe, expect, test } from 'vitest';
import { Refusal } from '../refusal.ts';
import { joinAppeal } from './join.ts';
import { type NewAppeal, newCase } from './log.ts';
import { changes } from './testing/changes.test-support.ts';
import { cast, dispatched, does, joined, logged, moment, monday } from './testing/town.test-support.ts';

const said: NewAppeal = { channel: 'web', kind: 'help', content: '老人独自在家，门打不开。', citizen: {} };
const given = {
  ...{ appealId: 'a5', ticketId: 't5', number: '26110200005', queryCode: 'HGFEDCBA', centreId: 'town' },
  ...{ citizenId: null, phone: null, receivedAt: monday, externalNumber: null },
};
const refusal = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'nothing refused';
};

describe('a new case', () => {
  const told = (more: Partial<NewAppeal>, with_: object = {}) =>
    changes(null, newCase({ ...said, ...more }, { ...given, ...with_ }, moment(undefined, { actor: cast.agent })));

  test('with the least one can say', () => {
    expect(told({})).toMatchInlineSnapshot(`
      [
        "+ kind help, service general, urgency normal, channel web, centreId town, status awaitingDispatch, version 1, decidedVersion 1, urgeCount 0, id t5, number 26110200005, centrePath t., title 老人独自在家，门打不开, receivedAt Mon 11-02 10:00, promiseClock [4 workingDays (help 1)], promisedDueAt Sat 11-07 00:00, dispatchClock [4 workingHours (help 1)], dispatchDueAt Mon 11-02 16:00, round 1",
        "+ appeals id a5, ticketId t5, centreId town, number 26110200005, queryCode HGFEDCBA, channel web, service general, kind help, identity anonymous, title 老人独自在家，门打不开, content 老人独自在家，门打不开。, status open, receivedAt Mon 11-02 10:00, loggedBy agent, promiseClock [4 workingDays (help 1)], originalPromisedDueAt Sat 11-07 00:00, promisedDueAt Sat 11-07 00:00, promisedDay 2026-11-06",
      ]
    `);
  });

  test('with everything', () => {
    const more: Partial<NewAppeal> = {
      ...{ service: 'consumer', urgency: 'urgent', title: '老人被困', categoryId: 'noise', regionCode: '350102' },
      ...{
        address: '乌山路88号',
        location: { latitude: 26.07, longitude: 119.3 },
        wishesToPublish: true,
        callId: 'k1',
      },
      ...{ againstDepartmentId: 'east', citizen: { name: '陈女士', identity: 'confidential' } },
    };
    expect(told(more, { citizenId: 'c1', phone: '+8613900000077', externalNumber: 'FZ-1' })).toMatchInlineSnapshot(`
      [
        "+ kind help, service consumer, urgency urgent, channel web, categoryId noise, centreId town, status awaitingDispatch, version 1, decidedVersion 1, urgeCount 0, id t5, number 26110200005, centrePath t., title 老人被困, regionCode 350102, receivedAt Mon 11-02 10:00, promiseClock [25 hours (urgent 1)], promisedDueAt Tue 11-03 11:00, dispatchClock [30 minutes (urgent 1)], dispatchDueAt Mon 11-02 10:30, againstPath t.water.east., round 1",
        "+ appeals id a5, ticketId t5, centreId town, number 26110200005, queryCode HGFEDCBA, channel web, service consumer, kind help, callId k1, citizenId c1, citizenName 陈女士, phone +8613900000077, identity confidential, wishesToPublish Mon 11-02 10:00, title 老人被困, content 老人独自在家，门打不开。, address 乌山路88号, regionCode 350102, latitude 26.07, longitude 119.3, againstDepartmentId east, status open, receivedAt Mon 11-02 10:00, loggedBy agent, promiseClock [25 hours (urgent 1)], originalPromisedDueAt Tue 11-03 11:00, promisedDueAt Tue 11-03 11:00, promisedDay 2026-11-03, externalNumber FZ-1",
      ]
    `);
  });

  test('who gives a name or a number is named, who gives neither is anonymous', () => {
    const identity = (citizen: NewAppeal['citizen'], phone: string | null) =>
      newCase({ ...said, citizen }, { ...given, phone }, moment(undefined, { actor: cast.agent })).appeals[0]?.identity;
    expect(identity({}, null)).toBe('anonymous');
    expect(identity({ name: '陈女士' }, null)).toBe('named');
    expect(identity({}, '+8613900000077')).toBe('named');
    expect(identity({ name: '陈女士', identity: 'confidential' }, null)).toBe('confidential');
  });

  test('of a centre, a category, a division or a body nobody knows is refused', () => {
    const refused = (more: object, with_: object = {}) =>
      refusal(() => newCase({ ...said, ...more }, { ...given, ...with_ }, moment(undefined, { actor: cast.agent })));
    expect([
      refused({}, { centreId: 'nowhere' }),
      refused({ categoryId: 'nothing' }),
      refused({ againstDepartmentId: 'nobody' }),
      refused({ againstDepartmentId: 'elsewhere' }),
      refused({ regionCode: '999999' }),
      refused({ categoryId: null, againstDepartmentId: null, regionCode: null }),
    ]).toMatchInlineSnapshot(`
      [
        "invalid: 受理中心不存在，请联系管理员。",
        "invalid: 诉求分类不存在，请重新选择。",
        "invalid: 所选单位不存在或已停用，请重新选择。",
        "invalid: 所选单位不存在或已停用，请重新选择。",
        "invalid: 行政区划代码不在本系统的行政区划中，请从列表中重新选择。",
        "nothing refused",
      ]
    `);
  });
});

describe('one more citizen about the same matter', () => {
  const first = logged();
  test('has a number and a promise of his own; the ticket is due with the earliest', () => {
    const both = joined(first, 2, { kind: 'inquiry', service: 'consumer' });
    expect(both ? changes(first, both) : null).toMatchInlineSnapshot(`
      [
        "ticket.promisedDueAt Wed 11-18 00:00 → Fri 11-06 00:00",
        "+ appeals id a2, ticketId t1, centreId town, number 26110200002, queryCode ABCDEFGH, channel phone, service consumer, kind inquiry, citizenName 陈女士, phone +8613900000077, identity named, title 小区旁工地凌晨施工，噪声扰民, content 市民反映小区旁工地凌晨施工，噪声扰民。, status open, receivedAt Mon 11-02 10:00, loggedBy agent, promiseClock [3 workingDays (inquiry 1)], originalPromisedDueAt Fri 11-06 00:00, promisedDueAt Fri 11-06 00:00, promisedDay 2026-11-05",
      ]
    `);
    const later = joined(first, 2, {}, '2026-11-04T02:00:00.000Z');
    expect(later?.ticket.promisedDueAt).toBe(first.ticket.promisedDueAt);
    expect(later?.ticket.version).toBe(2);
  });

  test('is settled by the function that settles every verb: version, promise and what is written of it', () => {
    const sent = dispatched(first, 'gas');
    const taken = joinAppeal(
      sent,
      { ...said, kind: 'inquiry' },
      { ...given, appealId: 'a2', number: '26110200002' },
      moment(undefined, { actor: cast.agent }),
    );
    expect(taken?.fields).toEqual(['ticket.promisedDueAt', '+a2']);
    expect(taken?.childId).toBe('a2');
    // Additive: whoever had the ticket open may still send what he decided.
    const { version, decidedVersion } = sent.ticket;
    expect(taken?.case.ticket).toMatchObject({ version: version + 1, decidedVersion });
    expect(taken?.case.dispatches[0]).toBe(sent.dispatches[0]);
  });

  test('stands where he was received, not where he was entered', () => {
    const sooner = joined(first, 2, {}, '2026-11-01T02:00:00.000Z');
    expect(sooner?.appeals.map((a) => a.id)).toEqual(['a2', 'a1']);
  });

  test('comes too late once somebody has answered, or while the citizen is asked', () => {
    const sent = dispatched(first, 'gas');
    const signed = does(sent, 'gas', 'sign', { dispatchId: 't1-d1' });
    expect(joined(signed, 2)?.appeals).toHaveLength(2);
    expect(joined(does(first, 'agent', 'answer', { appealId: 'a1', answer: '已说明。' }), 2)).toBeNull();
    expect(joined(does(first, 'agent', 'askCitizen', { appealId: 'a1', question: '在哪里？' }), 2)).toBeNull();
  });

  test('is not put before those he complains of, nor two bodies kept away that have nothing above them', () => {
    const sent = dispatched(first, 'gas');
    expect(joined(sent, 2, { againstDepartmentId: 'gas' })).toBeNull();
    expect(joined(sent, 2, { againstDepartmentId: 'roads' })?.ticket.againstPath).toBe('t.roads.');
    const east = logged(1, { againstDepartmentId: 'east' });
    expect(joined(east, 2, { againstDepartmentId: 'west' })).toBeNull();
    expect(joined(east, 2, { againstDepartmentId: 'water' })?.ticket.againstPath).toBe('t.water.');
    expect(joined(east, 2)?.ticket.againstPath).toBe('t.water.east.');
  });

  test('names what is there, like the first', () => {
    const joining = (more: Partial<NewAppeal>) =>
      refusal(() => joinAppeal(first, { ...said, ...more }, given, moment(undefined, { actor: cast.agent })));
    expect(joining({ againstDepartmentId: 'nobody' })).toContain('所选单位不存在');
    expect(joining({ regionCode: '999999' })).toContain('行政区划代码不在');
    expect(joining({ categoryId: 'nothing' })).toContain('诉求分类不存在');
  });
});
