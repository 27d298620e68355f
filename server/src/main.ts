import { enableCompileCache } from 'node:module';

// The sources run as they are; without it every start would strip their types and compile them anew. Before the first import.
enableCompileCache();
try {
  await import('./app/run.ts');
} catch (error) {
  const { Refusal } = await import('@hotline/shared/refusal');
  if (!(error instanceof Refusal)) throw error;
  // Expected: in use, not ours, a newer version's. The sentence says what to do; where it was thrown helps nobody.
  console.error(error.message);
  process.exit(1);
}
