import { ticketByNumber } from '@hotline/db/centre/ruleSubjects';
import { insertRuleSet, ruleSetVersions, versionsMade } from '@hotline/db/centre/versions';
import type { Answer } from '@hotline/shared/api/client';
import { channelTerms, kindTerms, serviceTerms, type Term, urgencyTerms } from '@hotline/shared/catalog/terms';
import { type Centre, departmentLine } from '@hotline/shared/people/directory';
import { administrators } from '@hotline/shared/people/roles';
import { Refusal } from '@hotline/shared/refusal';
import { channels, kinds, services, urgencies } from '@hotline/shared/ticket/model/ticket';
import { type Gap, type RuleWords, ruleGaps, shadowedRules, unknownWords } from '@hotline/shared/time/rules/ruleChecks';
import type { DeadlineRule } from '@hotline/shared/time/rules/rules';
import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../app/hotline.ts';
import { serve } from '../app/route.ts';
import { administer, administered, byPerson, isWithin } from './administration.ts';
import { made } from './versions.ts';

export function ruleRoutes(server: FastifyInstance, hotline: Hotline): void {
  serve(server, hotline, 'rules', administrators, async ({ me, query }) =>
    shown(hotline, administered(hotline, me.actor, query.centreId), query.version),
  );
  serve(server, hotline, 'saveRules', administrators, async ({ me, body }) => {
    const centre = administered(hotline, me.actor, body.centreId);
    refuseBad(hotline, centre, body.rules);
    await administer(hotline, byPerson(me), centre.id, async (tx, at) => {
      const current = (await ruleSetVersions(tx, centre.id)).at(-1);
      const version = current?.version ?? 0;
      if (version !== body.version)
        throw new Refusal('stale', `规则已由他人更新到第 ${version} 版，请刷新后重新修改；您的修改仍在本页。`, {
          version,
        });
      if (JSON.stringify(current?.rules) === JSON.stringify(body.rules))
        throw new Refusal('invalid', '与现行规则相同，没有需要保存的更改。');
      const next = { id: `${centre.id}-rules-${version + 1}`, version: version + 1, rules: body.rules };
      const note = body.note ?? null;
      await insertRuleSet(tx, next, { centreId: centre.id, note, createdAt: at, createdBy: me.person.id });
      const what = `第 ${next.version} 版，共 ${next.rules.length} 条规则`;
      const purpose = note ? `${note}（${what}）` : what;
      return { result: undefined, done: { act: 'saveRules', subjectId: centre.id, purpose } };
    });
    return shown(hotline, centre, undefined);
  });
  serve(server, hotline, 'ruleSubject', administrators, async ({ me, query }) => {
    const ticket = await ticketByNumber(hotline.store.reader, query.number.trim());
    if (!ticket || !isWithin(byPerson(me), ticket.centrePath))
      throw new Refusal('notFound', '没有这个编号的工单，请核对后重新输入。');
    const { centrePath, ...subject } = ticket;
    return subject;
  });
}

async function shown(hotline: Hotline, centre: Centre, version: number | undefined): Promise<Answer<'rules'>> {
  const { reader } = hotline.store;
  const sets = await ruleSetVersions(reader, centre.id);
  const rules = version === undefined ? sets.at(-1) : sets.find((set) => set.version === version);
  if (!rules) throw new Refusal('notFound', '没有这一版时限规则，请从版本列表选择。');
  const history = await versionsMade(reader, 'ruleSet', centre.id);
  return {
    centreId: centre.id,
    rules,
    versions: history.map(made),
    shadowed: shadowedRules(rules.rules, wordsOf(hotline, centre)),
  };
}

/** @throws Refusal invalid, conflict */
function refuseBad(hotline: Hotline, centre: Centre, rules: readonly DeadlineRule[]): void {
  const words = wordsOf(hotline, centre);
  const ids = rules.map((r) => r.id);
  const twice = rules.find((r, i) => ids.indexOf(r.id) !== i);
  if (twice) throw new Refusal('invalid', `规则编号「${twice.id}」重复，请为其中一条另取编号。`, { ruleId: twice.id });
  const unknown = unknownWords(rules, words)[0];
  if (unknown)
    throw new Refusal(
      'invalid',
      `规则「${rules[unknown.index]?.name}」里的「${unknown.value}」不在可选范围内，请重新选择。`,
      unknown,
    );
  const gaps = ruleGaps(rules, words);
  if (gaps.length > 0)
    throw new Refusal(
      'conflict',
      `还有 ${gaps.length} 种情形没有适用的规则（如：${gaps.slice(0, 3).map(inWords).join('；')}），请在列表末尾补充一条不设条件的兜底规则。`,
      { gaps: gaps.slice(0, 50) },
    );
}

const inWords = ({ kind, service, urgency, channel }: Gap) =>
  [
    termOf(kindTerms, kind),
    termOf(urgencyTerms, urgency),
    termOf(serviceTerms, service),
    termOf(channelTerms, channel),
  ].join('·');
const termOf = (terms: Readonly<Record<string, Term>>, name: string) => terms[name]?.zh ?? name;

function wordsOf(hotline: Hotline, centre: Centre): RuleWords {
  const directory = hotline.catalog.directory();
  const own = [...directory.departments.values()].filter((d) => d.centreId === centre.id);
  return {
    kinds,
    services,
    urgencies,
    channels,
    categoryPaths: directory.categoryPaths,
    departmentPaths: new Map(own.map((d) => [d.id, departmentLine(directory, d.id)])),
  };
}
