import type { Chance } from '@hotline/server/demo/chance';
import { readMapping } from '@hotline/server/imports/mapping';
import type { SourceRow } from '@hotline/server/imports/reading/line';
import { importRows } from '@hotline/server/imports/run';
import type { CaseAnswer } from '@hotline/shared/api/tickets';
import { NewAppeal } from '@hotline/shared/ticket/log';
import { type VerbName, verbs } from '@hotline/shared/ticket/verbs/index';
import { inputOf } from '../history.ts';
import type { TestHotline } from '../hotline.ts';
import { awkward, boundary, type Json, leavesOf, spoilt } from './boundaries.ts';
import type { Found } from './readAll.ts';

/** A try to store something: how many values were taken, 0 where it was refused in words. Throws at anything else. */
export type WayIn = () => Promise<number>;
export type Surroundings = {
  readonly h: TestHotline;
  readonly cast: readonly string[];
  readonly found: Found;
  readonly chance: Chance;
};

let senders = 0;
/** Citizens come from many addresses, or the portal would turn the later ones away. */
export const nextAddress = () => `10.${++senders >> 16}.${(senders >> 8) & 255}.${senders & 255}`;

/** A verb that is open to somebody on some ticket, the one used least so far; its words put on their edges. */
export function byVerb(around: Surroundings): WayIn {
  const used = new Map<string, number>();
  return async () => {
    const { h, cast, found, chance } = around;
    const client = await h.as(chance.pick(cast));
    const id = chance.pick(found.ids('/api/tickets').slice(-60));
    const shown = async (ticketId: string) =>
      client.call('ticket', { params: { id: ticketId } }).catch(() => null as CaseAnswer | null);
    const c = await shown(id);
    const open = c?.openActions.filter((a) => a.disabledReason === null) ?? [];
    const action = open.toSorted((a, b) => (used.get(a.name) ?? 0) - (used.get(b.name) ?? 0))[0];
    if (!c || !action) return 0;
    const name = action.name as VerbName;
    used.set(name, (used.get(name) ?? 0) + 1);
    const small = () => chance.between(0, 999);
    const op = { what: small(), who: small(), which: small(), extra: small() };
    const other = await shown(chance.pick(found.ids('/api/tickets')));
    const own = { appeals: [...c.appeals] };
    const given = inputOf({ name, target: action.target }, op, h.clock.now, { own, other });
    const schema = verbs[name].input as Json;
    const more = boundary(schema, 'input', (field) => (field === 'reasonCode' ? [null] : []), chance) as object;
    const words = Object.entries(more).filter(([field]) => isFree(schema.properties?.[field]) && chance.happens(0.5));
    const input = spoilt(schema, { ...Object.fromEntries(words), ...given }, chance);
    const done = await client.act(id, name, action.version, input as never).then(
      () => true,
      (error: unknown) => refused(error),
    );
    return done ? leavesOf(input) : 0;
  };
}

const isFree = (schema: Json | undefined): boolean => {
  const shape = schema?.anyOf?.find((s) => s.type === 'string') ?? schema;
  return shape?.type === 'string' && !shape.pattern && !shape.enum && (shape.maxLength ?? 0) > 40;
};

function refused(error: unknown): false {
  if ((error as { code?: string }).code === 'internal') throw error;
  return false;
}

/** The form of the citizens' pages, sent whole. */
export const byForm =
  (around: Surroundings): WayIn =>
  async () => {
    const { chance } = around;
    const { properties } = NewAppeal as unknown as Json;
    const word = (name: string) => String(boundary(properties?.[name] ?? {}, name, () => [], chance) ?? '');
    const known = {
      kind: word('kind'),
      content: chance.happens(0.5) ? word('content') : `${chance.pick(awkward)}，请尽快处理一下。`,
      regionCode: chance.pick(['', '350102']),
      address: word('address'),
      identity: chance.pick(['named', 'confidential', 'anonymous']),
      name: chance.pick(awkward).slice(0, 60),
      phone: chance.pick(['13800138000', '0591-87654321转8001', '１３８００１３８０００']),
      publish: chance.pick(['yes', '']),
    };
    const form = new URLSearchParams({
      ...known,
      step: 'check',
      reviewed: 'yes',
      go: 'send',
      key: crypto.randomUUID(),
    });
    const answer = await around.h.server.inject({
      method: 'POST',
      url: '/portal/new',
      remoteAddress: nextAddress(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: form.toString(),
    });
    if (answer.statusCode >= 500)
      throw new Error(`the form ${form}: ${answer.statusCode} ${answer.body.slice(0, 400)}`);
    return answer.statusCode === 201 ? leavesOf(known) : 0;
  };

const importFields = ['title', 'content', 'publicReply', 'handling', 'citizenName', 'address', 'regionCode', 'phone'];
const mapping = readMapping({
  fields: Object.fromEntries(
    [...importFields, 'externalNumber', 'receivedAt', 'repliedAt', 'categoryId', 'latitude'].map((name) => [
      name,
      name,
    ]),
  ),
  constants: { department: 'urban', kind: 'complaint', longitude: '180' },
  dates: { format: 'iso' },
});

/** A finished matter of another system. */
export const byImport =
  (around: Surroundings): WayIn =>
  async () => {
    const { h, chance } = around;
    const long = (most: number) => [...chance.pick(awkward).repeat(most)].slice(0, chance.pick([1, 7, most])).join('');
    const values: Record<string, string> = {
      ...Object.fromEntries(importFields.map((name) => [name, long(name === 'phone' ? 20 : 60)])),
      content: long(8_000),
      regionCode: chance.pick(['350102', '', chance.pick(awkward)]),
      phone: chance.pick(['13800138000', '', chance.pick(awkward)]),
      externalNumber: `${chance.pick(awkward)} ${chance.between(0, 1e9)}`.slice(0, 64),
      receivedAt: '2026-10-12T09:00:00+08:00',
      repliedAt: '2026-10-13T09:00:00+08:00',
      categoryId: chance.pick(['c0205', '', '__proto__']),
      latitude: chance.pick(['90', '-90', '1e-7', '']),
    };
    async function* rows(): AsyncGenerator<SourceRow> {
      yield { row: 1, values };
    }
    const { imported } = await importRows(h.hotline, rows(), { centreId: 'fuzhou', mapping });
    return imported * leavesOf(values);
  };
