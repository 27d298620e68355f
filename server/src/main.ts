import { enableCompileCache } from 'node:module';

// The sources run as they are; without it every start would strip their types and compile them anew. Before the first import.
enableCompileCache();
await import('./app/run.ts');
