import { type AdminSection, type DeskName, type PageName, pages, type SettingsSection } from './pages.ts';

export type { DeskName } from './pages.ts';

type Query = Record<string, string | undefined>;

/** The only place that writes addresses of the console, each of a page of the table; a filter that is not set leaves no trace. */
export const paths = {
  home: () => '/',
  log: (query: Query = {}) => to('log', query),
  lateList: () => to('lateList'),
  calls: (query: Query = {}) => to('calls', query),
  desk: (desk: DeskName, query: Query = {}) => to(`desk.${desk}`, query),
  ticket: (desk: DeskName, ticketId: string, query: Query = {}) => to(`desk.${desk}`, query, ticketId),
  knowledge: (id?: string, query: Query = {}) => to('knowledge', query, id),
  directory: (id?: string, query: Query = {}) => to('directory', query, id),
  ended: () => to('ended'),
  search: (query: Query = {}) => to('search', query),
  admin: (section: AdminSection = 'home', query: Query = {}) => to(`admin.${section}`, query),
  settings: (section: SettingsSection = 'general') => to(`settings.${section}`),
  reports: (query: Query = {}) => to('reports.board', query),
  figures: (query: Query = {}) => to('reports.figures', query),
  scores: (query: Query = {}) => to('reports.scores', query),
  bulletin: (query: Query = {}) => to('reports.bulletin', query),
};

/** The address of a page; `id` is what its pattern leaves open. */
export function to(name: PageName, query: Query = {}, id?: string): string {
  const path = pages[name].path.replace(/\/:id\?$/, id === undefined ? '' : `/${encodeURIComponent(id)}`);
  return `${path}${search(query)}`;
}

/** The console lives under `/console`, or at the root where a server puts it there. */
export const basename = (pathname: string) => (/^\/console(\/|$)/.test(pathname) ? '/console' : '/');

function search(query: Query): string {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const text = new URLSearchParams(pairs).toString();
  return text ? `?${text}` : '';
}
