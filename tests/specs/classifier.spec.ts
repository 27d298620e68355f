import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCatalog } from '@hotline/db/centre/catalog';
import { addModel, historyOf, newestModel } from '@hotline/db/finding/routed';
import { openStore } from '@hotline/db/store/open';
import { updateRow } from '@hotline/db/store/rows';
import { seedDemo } from '@hotline/server/demo/seed';
import { train } from '@hotline/server/finding/train';
import { type Example, trainClassifier } from '@hotline/shared/routing/classifier';
import { crossValidate, scoreOn } from '@hotline/shared/routing/scores';
import { storeClassifier } from '@hotline/shared/routing/storedClassifier';
import { expect, inject, test } from 'vitest';
import { hotlineCommand } from '../support/cli.ts';
import { realData } from '../support/data.ts';

const file = realData('appeals/labelled_train.jsonl');
const onSqlite = inject('postgresUrl') === '';

/** One part of five by default; all five where runs are asked for. The figures of record: `pnpm bench:classifier`. */
test.skipIf(!file || !onSqlite)(
  'real messages with seven labels: nine of ten are right, and 99 of 100 among three',
  () => {
    const examples: Example[] = readFileSync(file ?? '', 'utf8')
      .trim()
      .split('\n')
      .map((line) => {
        const { title, text, label } = JSON.parse(line) as { title: string | null; text: string; label: string };
        return { text: `${title ?? ''}\n${text}`, label };
      });
    const scores = process.env['HOTLINE_RUNS']
      ? crossValidate(examples, 5)
      : scoreOn(
          trainClassifier(examples.filter((_, i) => i % 5 !== 0)),
          examples.filter((_, i) => i % 5 === 0),
        );
    const slack = process.env['HOTLINE_RUNS'] ? 0 : 0.01;
    expect(scores.accuracy).toBeGreaterThanOrEqual(0.9 - slack);
    expect(scores.macroF1).toBeGreaterThanOrEqual(0.885 - slack);
    expect(scores.topThree).toBeGreaterThanOrEqual(0.99 - slack);
  },
);

test.skipIf(!onSqlite)(
  'hotline train learns from the city’s own history, and a model that does worse is refused',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hotline-train-'));
    const url = `file:${join(folder, 'hotline.db')}`;
    const seeded = openStore(url);
    await seedDemo(seeded, { days: 5, perDay: 26 });
    await seeded.close();
    const said = await hotlineCommand(url, 'train');
    expect(said.code, said.stderr).toBe(0);
    expect(said.stdout).toMatch(/准确率 [\d.]+%，宏平均 F1 [\d.]+%，前三命中 [\d.]+%/);

    // Categories by lot: a model that knows the answers by heart is better than any that has to guess them.
    const store = openStore(url);
    const { categories, centres } = await loadCatalog(store.reader);
    const centreId = centres[0]?.id ?? '';
    const first = await newestModel(store.reader, centreId);
    expect(first?.examples).toBeGreaterThanOrEqual(100);
    const lots = categories.filter((c) => c.level === 3).slice(0, 7);
    const tickets = await store.reader.selectFrom('ticket').select('id').orderBy('id').execute();
    await store.writer.transaction().execute(async (tx) => {
      for (const [i, { id }] of tickets.entries())
        await updateRow(tx, 'ticket', id, { categoryId: lots[(i * i + i) % 7]?.id ?? null });
      const known = await historyOf(tx, centreId, 10_000);
      const body = storeClassifier(trainClassifier(known.map((r) => ({ text: r.text, label: r.categoryId }))));
      const byHeart = {
        id: 'by-heart',
        centreId,
        trainedAt: first?.trainedAt ?? '',
        examples: known.length,
        report: '{}',
        body,
      };
      await addModel(tx, byHeart, 5);
    });
    const again = train(store.url, { id: centreId, categories: lots }, { id: 'again', now: '' }, (command) =>
      store.writer.transaction().execute(command),
    );
    await expect(again).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('未启用') });
    expect((await newestModel(store.reader, centreId))?.id).toBe('by-heart');
    await store.writer.transaction().execute(async (tx) => {
      for (let i = 0; i < 6; i++)
        await addModel(tx, { id: `m${i}`, centreId, trainedAt: '', examples: i, report: '{}', body: '' }, 5);
    });
    expect((await store.reader.selectFrom('model').select('id').execute()).map((m) => m.id)).toEqual([
      ...['m1', 'm2', 'm3', 'm4', 'm5'],
    ]);
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  },
);
