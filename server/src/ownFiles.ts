import { join } from 'node:path';

/** What starts as a process or a thread of its own, by the name it is built under: the file beside this one. */
export const starts = {
  main: 'main',
  cli: 'cli/main',
  readerThread: 'readers/thread',
  trainChild: 'finding/trainChild',
  readChild: 'migration/readChild',
} as const;

/** What `pnpm build` makes lies in one folder, `server/dist`; otherwise the sources run as they are. */
const isBuilt = import.meta.filename.endsWith('.js');
const here = import.meta.dirname;

export const ownFile = (name: keyof typeof starts): string => join(here, isBuilt ? `${name}.js` : `${starts[name]}.ts`);

/** The built pages. */
export const webRoot = join(here, '../../web/dist');
