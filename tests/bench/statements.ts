import Sqlite from 'better-sqlite3';

/** Counts every statement that is run from now on, on any connection of this thread. */
export function countStatements(): () => number {
  let count = 0;
  const probe = new Sqlite(':memory:');
  const methods = Object.getPrototypeOf(probe.prepare('select 1')) as Record<'all' | 'get' | 'run', Method>;
  probe.close();
  for (const name of ['all', 'get', 'run'] as const) {
    const inner = methods[name];
    methods[name] = function counted(...values) {
      count += 1;
      return inner.apply(this, values);
    };
  }
  return () => count;
}

type Method = (this: unknown, ...values: unknown[]) => unknown;
