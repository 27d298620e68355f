import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { matterReader } from '@hotline/server/imports/matter';
import { proposeMapping } from '@hotline/server/imports/propose';
import { questionsOf } from '@hotline/server/imports/questions';
import { importRows } from '@hotline/server/imports/run';
import { normalise, normalisedRows } from '@hotline/server/migration/normalise';
import type { Mapping } from '@hotline/shared/imports/mapping';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foundNeighbour } from '../support/centres.ts';
import { openHotline, type TestHotline } from '../support/hotline.ts';
import { brokenNumbers, type CorpusFile, corpus, type OldMatter } from '../support/importCorpus.ts';

let h: TestHotline;
let files: CorpusFile[] = [];
const folder = mkdtempSync(join(tmpdir(), 'hotline-corpus-'));
beforeAll(async () => {
  h = await openHotline();
  await foundNeighbour(h, 'old', 5);
  files = await corpus();
});
afterAll(async () => {
  await h.close();
  rmSync(folder, { recursive: true });
});

const kinds = { 投诉: 'complaint', 咨询: 'inquiry', 求助: 'help' };
/** What a person would answer; the rest is proposed. */
const answered = (proposed: Mapping): Mapping => ({
  ...proposed,
  tables: { ...proposed.tables, department: { '*': 'import-dept' }, kind: { ...kinds, ...proposed.tables?.kind } },
});

test('forty files of as many makings are read without a wrong value, and only broken rows stay out', async () => {
  expect(files).toHaveLength(40);
  const wrong: string[] = [];
  for (const file of files) wrong.push(...(await faultsOf(file)).map((fault) => `${file.name}: ${fault}`));
  expect(wrong).toEqual([]);
}, 120_000);

async function faultsOf({ name, bytes, known, broken }: CorpusFile): Promise<string[]> {
  const path = join(folder, name.replace(/\W/g, '_'));
  writeFileSync(path, bytes);
  const out = `${path}.rows`;
  const found = await normalise(path, out, {});
  const mapping = answered(proposeMapping(found));
  const directory = h.hotline.catalog.directory();
  const open = questionsOf(found, mapping, directory, 'old').filter((q) => !q.about.includes('其他事'));
  if (open.length > 0) return open.map((q) => `asks: ${q.sentence}`);
  const read = matterReader(mapping, directory, 'old');
  const taken = new Map<string, OldMatter>();
  for await (const row of normalisedRows(out)) {
    if (!('values' in row)) continue;
    try {
      const { externalNumber, left, matter, is } = read(row.values);
      if (taken.has(externalNumber)) continue;
      const { title = '', content, citizen, kind } = matter.appeal;
      taken.set(externalNumber, {
        no: externalNumber,
        ...{ asked: wall(matter.receivedAt), replied: is === 'finished' ? wall(matter.repliedAt) : '' },
        ...{ title, content, reply: is === 'finished' ? matter.publicReply : '', name: citizen.name ?? '' },
        phone: left.number.phone ?? '',
        kind: (Object.entries(kinds).find(([, k]) => k === kind)?.[0] ?? '') as OldMatter['kind'],
        department: '',
      });
    } catch {}
  }
  const dry = await importRows(h.hotline, normalisedRows(out), { centreId: 'old', mapping, dryRun: true });
  // Besides the four: the first row once more, and the line of totals.
  const expectedRefused = broken.length === 0 ? 0 : brokenNumbers.length + 2;
  return [
    ...known.flatMap((m) => differences(m, taken.get(m.no))),
    ...broken.filter((no) => taken.has(no)).map((no) => `took ${no}`),
    ...(dry.imported === known.length ? [] : [`imported ${dry.imported} of ${known.length}`]),
    ...(dry.refused === expectedRefused ? [] : [`refused ${dry.refused}: ${JSON.stringify(dry.examples)}`]),
  ];
}

const minute = (text: string) => text.slice(0, 16);
const wall = (instant: string) =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

function differences(m: OldMatter, read: OldMatter | undefined): string[] {
  if (!read) return [`lost ${m.no}`];
  const expected = { ...m, asked: minute(m.asked), replied: minute(m.replied), phone: `+86${m.phone}`, department: '' };
  const got = { ...read, asked: minute(read.asked), replied: minute(read.replied) };
  return (Object.keys(expected) as (keyof OldMatter)[])
    .filter((key) => expected[key].replace(/\s/g, '') !== got[key].replace(/\s/g, ''))
    .map((key) => `${m.no} ${key}: ${JSON.stringify(got[key])} for ${JSON.stringify(expected[key])}`);
}
