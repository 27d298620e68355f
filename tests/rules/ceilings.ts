import type { Rules } from './faults.ts';

/**
 * What stands in the code against the rules of the house, counted. A number here is only ever lowered: the check fails
 * when there is more, and asks for the lower number when there is less.
 */
const ceilings = {
  /** Functions of more than 80 lines. */
  longFunctions: 33,
  /** `as` other than `as const`. */
  casts: 339,
  /** Names that two files of one package export. */
  namesExportedTwice: 59,
  /** Numbers of characters that web writes down, where a schema of shared says how long a text may be: of a row of a paper list. */
  lengthsOnScreens: 0,
};

/** Files of more than 300 lines, each with its lines. None may be added, and none may grow. */
const longFiles: Readonly<Record<string, number>> = {
  'server/src/channels/portal/pages.test.ts': 301,
  'tests/specs/import.spec.ts': 325,
  'tests/specs/telephony.spec.ts': 456,
  'web/portal/portal.css': 712,
  'web/src/desk/desk.css': 504,
};

/** The rooms of each package from the ground up: a file imports from its own room and from those before it. */
const roomsOf = {
  shared: [
    ...['text', 'citizen', 'people', 'catalog', 'phrases', 'time', 'telephony', 'live', 'ticket', 'desks', 'imports'],
    ...['search', 'routing'],
    ...['figures', 'exports', 'assessment', 'knowledge', 'api'],
  ],
  db: [
    'store',
    'figures',
    'people',
    'knowledge',
    'cases',
    'lists',
    'telephony',
    'finding',
    'centre',
    'migrations',
    'backup',
  ],
  server: [
    ...[
      'processes',
      'limits',
      'app',
      'sessions',
      'tickets',
      'knowledge',
      'imports',
      'reports',
      'jobs',
      'admin',
      'demo',
      'channels',
    ],
    ...['finding', 'exports', 'live', 'readers', 'migration', 'installation', 'backup', 'start', 'cli'],
  ],
  web: [
    ...['text', 'data', 'pages', 'ui', 'keys', 'suggestions', 'exports', 'knowledge', 'session', 'phrases'],
    ...['directory', 'desk', 'calls', 'appeals', 'palette', 'frame', 'settings', 'reports', 'admin', 'search'],
  ],
} as const;

/** Files that belong to another room than their folder's: what puts a package together stands above all of it. */
const otherRoom: Readonly<Record<string, string>> = {
  'server/src/app/server.ts': 'start',
  'server/src/app/run.ts': 'start',
  'server/src/app/config.ts': 'start',
  'server/src/app/upgrade.ts': 'start',
  'web/src/pages.ts': 'pages',
  'web/src/ownPages.ts': 'pages',
  'web/src/paths.ts': 'pages',
};

/** Arrows that point back, from before the rule: none may be added, and one that is gone is taken off the list. */
const backArrows: readonly string[] = [
  'db: store → cases',
  'server: app → channels',
  'server: app → finding',
  'server: app → jobs',
  'server: app → knowledge',
  'server: app → live',
  'server: app → readers',
  'server: app → sessions',
  'server: app → tickets',
  'server: exports → readers',
  'server: sessions → live',
  'server: tickets → finding',
  'shared: catalog → ticket',
  'shared: people → ticket',
  'web: data → calls',
  'web: data → ui',
  'web: phrases → admin',
  'web: suggestions → appeals',
  'web: suggestions → knowledge',
  'web: text → data',
  'web: ui → keys',
];

/** What each package may import apart from its own files. `*`: whatever its package.json lists, but nothing of this repository or of Node that is not named. */
const outside = {
  shared: ['typebox'],
  db: ['@hotline/shared', 'better-sqlite3', 'kysely', 'pg', 'node:'],
  server: ['@hotline/db', '@hotline/shared', 'node:', '*'],
  web: ['@hotline/shared', '*'],
} as const;

/** What browsers give to secure pages alone, and the one file that asks for it and knows what to do without. */
const secureHomes: Readonly<Record<string, string>> = {
  'navigator.clipboard': 'web/src/ui/copyText.ts',
  'navigator.locks': 'web/src/calls/ringing/leader.ts',
  Notification: 'web/src/calls/notices.ts',
};

export const rules: Rules = { ceilings, longFiles, rooms: roomsOf, otherRoom, backArrows, secureHomes, outside };
