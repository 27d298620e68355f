import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { foundCity } from './stores.ts';

/** A database file with the demo city founded in it once: every story starts from a copy. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'hotline-'));
  const file = join(folder, 'template.db');
  await foundCity(`file:${file}`);
  project.provide('postgresUrl', '');
  project.provide('template', file);
  return () => rmSync(folder, { recursive: true, force: true });
}
