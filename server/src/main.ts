import { enableCompileCache } from 'node:module';

// The sources run as they are; without it every start would strip their types and compile them anew. Before the first import.
enableCompileCache();
try {
  await import('./app/run.ts');
} catch (error) {
  const { sentenceFor } = await import('./app/terminal.ts');
  const sentence = sentenceFor(error);
  if (sentence === null) throw error;
  // Expected: in use, not ours, a newer version's, a wrong setting. Where it was thrown helps nobody.
  console.error(sentence);
  process.exit(1);
}
