/**
 * Stories that are long, and about files, pure code or who may do what more than about a store: on PostgreSQL they run in
 * `pnpm test:matrix` alone.
 */
export const longOnPostgres: readonly string[] = [
  'administration',
  'migrationDesk',
  'importedFigures',
  'import',
  'importCorpus',
  'installation',
  'backup',
  'kill',
  'classifier',
  'bulletin',
  'scores',
  'exports',
  'simulate',
  'fuzz',
  'verify',
  'restore',
  'limits',
  'merge',
  'everyValue',
].map((name) => `tests/specs/${name}.spec.ts`);
