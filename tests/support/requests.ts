import type { Route } from '@hotline/shared/api/route';
import { routes } from '@hotline/shared/api/routes';
import { Id, object, orNull, Version } from '@hotline/shared/schema';
import { saysSomething, somethingSaid } from '@hotline/shared/text/saysSomething';
import { verbNames, verbs } from '@hotline/shared/ticket/verbs/index';
import fc from 'fast-check';
import { wordsOfList } from './values/boundaries.ts';

/** Every call of the contract: the table of routes, and one for each verb (those of the clock must be 404). */
export const calls: readonly Pick<Route, 'method' | 'path' | 'params' | 'query' | 'body'>[] = [
  ...(Object.values(routes) as Route[]),
  ...verbNames.map((verb) => ({
    method: 'POST' as const,
    path: `/api/tickets/:id/${verb}`,
    params: object({ id: Id }),
    body: object({ version: orNull(Version), input: verbs[verb].input }),
  })),
];

export type Generated = {
  method: string;
  url: string;
  headers: Record<string, string>;
  payload?: string;
  remoteAddress: string;
};

/** Ids of what is really there, by the name of the property or parameter that takes them. */
export type Known = (name: string) => readonly string[];

/** Requests to all of `calls`, from valid to absurd. */
export const requests = (ids: Known): fc.Arbitrary<Generated> =>
  fc.constantFrom(...calls, ...calls.filter((c) => c.query), ...calls.filter((c) => c.query)).chain((call) => {
    const isSignIn = call.path === '/api/session' && call.method === 'POST';
    const body = call.body ? bodyOf(call.body as Json, ids, isSignIn) : fc.option(fc.constantFrom('{}', '[', 'null'));
    return fc
      .record({
        params: parts(call.params as Json | undefined, (name) =>
          ids(call.path.startsWith('/api/tickets/:id') ? 'ticketId' : name),
        ),
        query: parts(call.query as Json | undefined, ids),
        extra: fc.option(fc.constantFrom(...oddQueries), { freq: 12 }),
        body,
        type: fc.oneof({ weight: 100, arbitrary: fc.constant('application/json') }, fc.constantFrom(...oddTypes)),
        headers: oddHeaders,
        key: fc.option(
          fc.oneof(
            { weight: 30, arbitrary: fc.nat({ max: 300 }).map((n) => `fuzz-key-${n}`) },
            fc.constantFrom(...keys),
          ),
          { freq: 2 },
        ),
        from: fc.nat({ max: 65_000 }),
      })
      .map(({ params, query, extra, body, type, headers, key, from }) => {
        const path = call.path.replace(/:(\w+)/g, (_, name: string) => encoded(params[name] ?? ''));
        const pairs = Object.entries(query).map(([k, v]) => `${k}=${encoded(v)}`);
        const search = [...pairs, ...(extra ? [extra] : [])].join('&');
        return {
          method: call.method,
          url: search ? `${path}?${search}` : path,
          headers: {
            ...headers,
            ...(body === null ? {} : { 'content-type': type }),
            ...(key === null ? {} : { 'idempotency-key': key }),
          },
          ...(body === null ? {} : { payload: ofTicket(body, params['id'], ids) }),
          remoteAddress: `10.9.${from >> 8}.${from & 255}`,
        };
      });
  });

/** A verb about a dispatch or an appeal mostly names one of its own ticket. */
function ofTicket(body: string, ticketId: string | undefined, ids: Known): string {
  if (!ticketId || body.length % 5 === 0) return body;
  const own = body.replace(/"dispatchId":"[^"]*-d1"/, `"dispatchId":"${ticketId}-d1"`);
  const [appealId] = ids(`appealId of ${ticketId}`);
  return appealId ? own.replace(/"appealId":"[^"]*"/, `"appealId":"${appealId}"`) : own;
}

type Json = {
  type?: string;
  enum?: readonly string[];
  const?: unknown;
  anyOf?: readonly Json[];
  properties?: Record<string, Json>;
  required?: readonly string[];
  items?: Json;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  maxItems?: number;
  pattern?: string;
};

const lone = '\ud800';
const oddTexts = [
  ...[
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    lone,
    `x${lone}y`,
    '\u202e\u200b\ufeff',
    '👨‍👩‍👧‍👦'.repeat(60),
    'e\u0301'.repeat(200),
  ],
  ...["' or 1=1 --", '"; drop table ticket; --', '$1', '?', '%_\\', '{{7*7}}', '../../etc/passwd', '__proto__'],
  ...[
    'constructor',
    'toString',
    '9'.repeat(40),
    '-1',
    '1e309',
    'NaN',
    'null',
    'true',
    '0x10',
    '２０２６',
    'x'.repeat(9_000),
  ],
  ...[
    '2026-02-30',
    '9999-99-99',
    '0000-00-00',
    '2026-11-02T02:00:00Z',
    '9999-12-31T23:59:59.999-23:59',
    '+275760-09-13T00:00:00Z',
  ],
  ...['MjAyNi0xMS0wNlQxNjowMDowMC4wMDBaIDE', Buffer.from('aaaaaaaaaa\u0000 1').toString('base64url'), 'none'],
];
const oddValues: unknown[] = [
  ...oddTexts,
  ...[null, true, 0, -1, 1.5, -0, 2 ** 31, 2 ** 53, 1e308, [], {}, [[]], { length: 1 }, ['a'], [null]],
  ...[JSON.parse('{"__proto__":{"a":1}}'), { constructor: { prototype: 1 } }, { toJSON: 1 }],
];
const oddQueries = [
  ...[
    'limit=200&limit=1',
    'cursor=%00',
    'cursor=%',
    'cursor[]=a',
    'limit=1e9',
    'limit=9007199254740993',
    'q=%ED%A0%80',
  ],
  ...[
    '__proto__=1',
    'constructor=1',
    'status=&status=',
    '&&&=',
    `q=${'%25'.repeat(50)}`,
    'sort=due;drop',
    'a=b'.repeat(400),
  ],
  ...['from=2026-11-01&to=2026-10-01', 'asOf=2099-01-01T00:00:00Z', 'overdue=maybe', 'groupBy=role&categoryId=c0205'],
  ...[`cursor=${Buffer.from('\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000 1').toString('base64url')}`],
  ...[`cursor=${Buffer.from('2026-11-02T02:00:00.000Z 999999999999999').toString('base64url')}`],
];
const oddTypes = [
  ...[
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-16',
  ],
  ...['', 'application/xml', 'application/json, text/html', 'x'.repeat(300), 'application/vnd.api+json'],
];
const keys = ['short', 'x'.repeat(101), 'a b c d e f g h', '../../../..', 'ключ-ключ'];
const oddHeaders: fc.Arbitrary<Record<string, string>> = fc.oneof(
  { weight: 100, arbitrary: fc.constant({}) },
  fc.constantFrom<Record<string, string>>(
    { authorization: 'Bearer aaaaaaaaaaaaaaaaaaaaaaaa' },
    { authorization: `Bearer ${'x'.repeat(5_000)}` },
    { authorization: 'Basic Og==' },
    { origin: 'https://elsewhere.example' },
    { 'sec-fetch-site': 'cross-site' },
    { cookie: 'hotline_session=%E0%A4%A; hotline_session=a' },
    { cookie: '__proto__=1; =; ;;' },
    { 'if-none-match': '"x", *' },
    { 'accept-encoding': 'br;q=x, gzip' },
    { accept: 'text/html;q=' },
    { upgrade: 'websocket', connection: 'upgrade' },
    { 'x-forwarded-for': "1.1.1.1, ' or 1=1" },
    { host: '[::1' },
    { 'content-length': '3' },
  ),
);

const parts = (schema: Json | undefined, ids: Known): fc.Arbitrary<Record<string, string>> => {
  if (!schema?.properties) return fc.constant({});
  const isRequired = (name: string) => schema.required?.includes(name) === true;
  // Of many conditions not each is spoilt as often as of few, or hardly any question with many would be a good one.
  const good = Math.max(12, 3 * Object.keys(schema.properties).length);
  const fields = Object.fromEntries(
    Object.entries(schema.properties).map(([name, property]) => [
      name,
      fc.oneof(
        { weight: good, arbitrary: valid(property, ids, name).map(String) },
        { weight: 1, arbitrary: fc.constantFrom(...oddTexts) },
      ),
    ]),
  );
  const required = Object.keys(fields).filter(isRequired);
  return fc.record(fields, { requiredKeys: required }) as fc.Arbitrary<Record<string, string>>;
};

const bodyOf = (schema: Json, ids: Known, isSignIn: boolean): fc.Arbitrary<string | null> => {
  const good = (isSignIn ? signIns : valid(schema, ids)) as fc.Arbitrary<Record<string, unknown>>;
  const odd = fc.constantFrom(...oddValues);
  const names = Object.keys(schema.properties ?? {});
  const spoilt = fc
    .tuple(good, fc.constantFrom(...names, 'input', 'nonsense', '__proto__'), odd)
    .map(([body, name, value]) => ({ ...body, [name]: value }));
  const inner = fc.tuple(good, fc.nat(), odd).map(([body, n, value]) => {
    const input = (body['input'] ?? body['citizen'] ?? {}) as Record<string, unknown>;
    const fields = Object.keys(input);
    const field = fields[n % (fields.length || 1)] ?? 'note';
    return { ...body, [body['input'] ? 'input' : 'citizen']: { ...input, [field]: value } };
  });
  return fc.oneof(
    { weight: 16, arbitrary: good.map(stringify) },
    { weight: 4, arbitrary: spoilt.map(stringify) },
    { weight: 4, arbitrary: inner.map(stringify) },
    { weight: 1, arbitrary: odd.map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: fc.constantFrom(...rawBodies) },
  );
};

const rawBodies = [
  ...['', '{', 'null', '"x"', '{"a":1,"a":2}', '\u0000', '[1,', '{"version":1e400,"input":{}}', `${'['.repeat(5_000)}`],
  ...[
    `${'{"a":'.repeat(500)}1${'}'.repeat(500)}`,
    `"${'x'.repeat(300_000)}"`,
    '{"version":9007199254740993,"input":{}}',
  ],
  ...[
    '{"body":"\\ud800"}',
    '{"body":{"\\u0000":1}}',
    `{"body":${'['.repeat(30)}${']'.repeat(30)}}`,
    'a=b&c[]=d&__proto__=1',
  ],
];
const stringify = (value: unknown) => JSON.stringify(value);
const signIns = fc.record({
  username: fc.constantFrom('auditor', 'nobody', ''),
  password: fc.constantFrom('x', 'hotline-demo'),
});
const encoded = (text: string) => (text.isWellFormed() ? encodeURIComponent(text) : '%ED%A0%80');

/** Something the schema takes, on its edges more often than in its middle. */
function valid(schema: Json, ids: Known, name = ''): fc.Arbitrary<unknown> {
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((s) => valid(s, ids, name)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.properties) {
    const fields = Object.fromEntries(Object.entries(schema.properties).map(([k, s]) => [k, valid(s, ids, k)]));
    return fc.record(fields, { requiredKeys: [...(schema.required ?? [])] });
  }
  if (schema.type === 'array')
    return fc.array(valid(schema.items ?? {}, ids, name), { maxLength: Math.min(schema.maxItems ?? 3, 12) });
  if (schema.type === 'integer' || schema.type === 'number') {
    const { minimum = 0, maximum = 10 } = schema;
    return fc.constantFrom(minimum, maximum, Math.min(minimum + 1, maximum), Math.min(2, maximum));
  }
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'null') return fc.constant(null);
  if (schema.type === 'string') return texts(schema, ids(name));
  return fc.jsonValue({ maxDepth: 3 });
}

function texts(schema: Json, known: readonly string[]) {
  const { minLength = 0, maxLength = 200 } = schema;
  const isSaid = schema.pattern === somethingSaid;
  const pattern = isSaid ? undefined : schema.pattern;
  if (known.length > 0 && !pattern?.includes('A-Z')) return fc.constantFrom(...known);
  if (pattern?.includes('A-Za-z0-9_')) return fc.constantFrom(...known, ...known, ...known, 'none');
  const listed = wordsOfList(pattern ?? '');
  if (listed.length > 0) return fc.uniqueArray(fc.constantFrom(...listed), { minLength: 1 }).map((w) => w.join(','));
  if (pattern?.includes('T')) return fc.constantFrom('2026-11-02T02:00:00.000Z', '9999-12-31T23:59:59.999Z');
  if (pattern?.includes('-')) return fc.constantFrom('2026-11-01', '2026-11-30', '0000-00-00', '2026-02-30');
  if (pattern) return fc.constantFrom('350102', '350100', '350102001', '350102001001');
  const said = (text: string) => (isSaid && !saysSomething(text) ? `诉${text}` : text);
  const fit = (text: string) => [...said(text).padEnd(minLength, '诉')].slice(0, maxLength).join('');
  return fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }).map(fit),
    fc.constantFrom('诉', "it's; --", '19900001234', '张三', '%', '2026-11-01T00:00:00+08:00').map(fit),
    fc.constantFrom(minLength, maxLength).map((n) => '长'.repeat(n)),
  );
}
