import { demoTelephonyToken } from '@hotline/server/sessions/demo';
import type { Route } from '@hotline/shared/api/route';
import { routes } from '@hotline/shared/api/routes';
import { object } from '@hotline/shared/schema';
import { departmentIds } from '../history.ts';
import { awkward, boundary, type Json, type Known, leavesOf, spoilt } from './boundaries.ts';
import type { Found } from './readAll.ts';
import { nextAddress, type Surroundings, type WayIn } from './waysIn.ts';

async function post({ h }: Surroundings, who: string, method: string, url: string, payload?: unknown) {
  const answer = await h.server.inject({
    method: method as 'POST',
    url,
    remoteAddress: nextAddress(),
    headers: { cookie: await h.signIn(who) },
    ...(payload === undefined ? {} : { payload: payload as object }),
  });
  if (answer.statusCode >= 500)
    throw new Error(`${method} ${url} by ${who} ${JSON.stringify(payload)?.slice(0, 600)}: ${answer.body}`);
  const isJson = answer.headers['content-type']?.toString().includes('json');
  return { status: answer.statusCode, body: (isJson && answer.body ? answer.json() : null) as unknown };
}

/** One call of a route that changes something, with a body on its edges, by somebody of the cast who may. */
export const byRoute =
  (around: Surroundings, route: Route): WayIn =>
  async () => {
    const { cast, chance } = around;
    const first = chance.between(0, cast.length);
    for (const who of route.path.startsWith('/api/admin')
      ? ['admin']
      : [...cast.slice(first), ...cast.slice(0, first)]) {
      const taken = await sendTo(around, route, who);
      if (taken !== 'notAllowed') return taken;
    }
    return 0;
  };

/** Where somebody has another version, once more with that. */
async function sendTo(around: Surroundings, route: Route, who: string): Promise<number | 'notAllowed'> {
  const { h, found, chance } = around;
  const id = chance.pick([...found.ids(route.path).slice(-30), 'none']);
  const path = route.path.replace(':token', demoTelephonyToken).replace(/:(\w+)/g, () => encodeURIComponent(id));
  const shown = await whatIsShown(around, route, who, id);
  const known = knownAbout(route, found, shown, h.clock.now);
  const schema = (route.body ?? object({})) as Json;
  const body = route.body ? spoilt(schema, boundary(schema, 'body', known, chance), chance) : undefined;
  let sent = await post(around, who, route.method, path, body);
  const { version } = ((sent.body as { details?: { version?: number } } | null)?.details ?? {}) as { version?: number };
  if (sent.status === 409 && version !== undefined)
    sent = await post(around, who, route.method, path, { ...(body as object), version });
  if (sent.status === 403) return 'notAllowed';
  if (sent.status >= 400) return 0;
  found.learn(route, sent.body);
  return leavesOf(body ?? 1);
}

/** What the screen shows before somebody changes it: the answer of the same address, or of the list it is in. */
async function whatIsShown({ h }: Surroundings, route: Route, who: string, id: string): Promise<unknown> {
  const all = Object.values(routes as Record<string, Route>).filter((r) => r.method === 'GET');
  const own = route.path.split('/').slice(0, 4).join('/');
  const list = route.path.split('/:')[0] ?? '';
  const shownAt = [route.path, own, list].find((path) => all.some((r) => r.path === path));
  if (!shownAt) return null;
  const url = shownAt.replace(/:\w+/, encodeURIComponent(id));
  const answer = await h.server.inject({ url, headers: { cookie: await h.signIn(who) } });
  if (answer.statusCode !== 200) return null;
  const { items } = answer.json() as { items?: { id?: string }[] };
  return items?.find((item) => item.id === id) ?? answer.json();
}

/** A field named like one that is shown begins from that: `version`, `rules`; `changeId` names one of the `changes`. */
function knownAbout(route: Route, found: Found, shown: unknown, now: string): Known {
  const ofField: Record<string, readonly unknown[]> = {
    path: ['fz.', 'fz.urban.', 'fz.water.'],
    agent: ['agent', '8001', ...awkward],
    month: ['2026-10', '2026-09'],
    at: [now, '2026-10-01T00:00:00+08:00'],
    query: route.path === '/api/views' ? ['status=handling', `q=${encodeURIComponent('%_😀')}`, ''] : [{}],
    figure: ['timelyReplyRate', 'connectedRate'],
    centreId: ['fuzhou'],
    callId: route.path.startsWith('/api/telephony') ? ['v-1', 'v-2', 'v-3', ...awkward] : found.ids('/api/calls'),
    joinTicketId: found.ids('/api/tickets'),
    number: found.values('number'),
    code: found.values('queryCode'),
    requiresApproval: [true, false],
    region: [],
    categoryId: ['c0205', 'c02', null],
  };
  return (name) => {
    if (/^(leadId|assistIds|departmentIds?|againstDepartmentId|parentId)$/.test(name)) return departmentIds;
    const there = shownAs(shown, name);
    return there === undefined ? ((Object.hasOwn(ofField, name) ? ofField[name] : undefined) ?? []) : [there].flat(0);
  };
}

function shownAs(shown: unknown, name: string): unknown {
  if (typeof shown !== 'object' || shown === null) return undefined;
  const list = name.endsWith('Id') ? (shown as Record<string, unknown>)[`${name.slice(0, -2)}s`] : undefined;
  if (Array.isArray(list) && list.length > 0) return (list[0] as { id?: string }).id;
  if (!['version', 'scopeVersion', 'rules', 'schemes', 'fairlyTenths'].includes(name)) return undefined;
  if (Object.hasOwn(shown, name) && !(name === 'rules' && !Array.isArray((shown as { rules: unknown }).rules)))
    return (shown as Record<string, unknown>)[name];
  for (const inner of Object.values(shown)) {
    const there = shownAs(inner, name);
    if (there !== undefined) return there;
  }
  return undefined;
}
