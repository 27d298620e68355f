/** In the order of the rail; the first that is a person's own is where they start. */
export const deskNames = ['dispatch', 'inbox', 'review', 'callback', 'supervise', 'decide', 'all'] as const;
export type DeskName = (typeof deskNames)[number];

export const adminSections = [
  'home',
  'calendar',
  'rules',
  'schemes',
  'people',
  'departments',
  'telephony',
  'audit',
] as const;
export const settingsSections = ['general', 'keys', 'phrases', 'password'] as const;
export type SettingsSection = (typeof settingsSections)[number];

export type AdminSection = (typeof adminSections)[number];

type Query = Record<string, string | undefined>;

/** The only place that writes addresses of the console; a filter that is not set leaves no trace. */
export const paths = {
  home: () => '/',
  log: (query: Query = {}) => `/log${search(query)}`,
  calls: (query: Query = {}) => `/calls${search(query)}`,
  desk: (desk: DeskName, query: Query = {}) => `/desk/${desk}${search(query)}`,
  ticket: (desk: DeskName, ticketId: string, query: Query = {}) =>
    `/desk/${desk}/${encodeURIComponent(ticketId)}${search(query)}`,
  knowledge: (id?: string, query: Query = {}) =>
    `/knowledge${id === undefined ? '' : `/${encodeURIComponent(id)}`}${search(query)}`,
  directory: (id?: string, query: Query = {}) =>
    `/directory${id === undefined ? '' : `/${encodeURIComponent(id)}`}${search(query)}`,
  ended: () => '/ended',
  search: (query: Query = {}) => `/search${search(query)}`,
  admin: (section: AdminSection = 'home', query: Query = {}) =>
    `/admin${section === 'home' ? '' : `/${section}`}${search(query)}`,
  settings: (section: SettingsSection = 'general') => `/settings${section === 'general' ? '' : `/${section}`}`,
  reports: (query: Query = {}) => `/reports${search(query)}`,
  figures: (query: Query = {}) => `/reports/figures${search(query)}`,
  scores: (query: Query = {}) => `/reports/scores${search(query)}`,
  bulletin: (query: Query = {}) => `/reports/bulletin${search(query)}`,
};

/** The console lives under `/console`, or at the root where a server puts it there. */
export const basename = (pathname: string) => (/^\/console(\/|$)/.test(pathname) ? '/console' : '/');

function search(query: Query): string {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const text = new URLSearchParams(pairs).toString();
  return text ? `?${text}` : '';
}
