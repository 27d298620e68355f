import {
  insertBulletin,
  publishedFigures,
  publishedMonths,
  publishedScores,
  type Revision,
  revisionsOf,
} from '@hotline/db/figures/bulletins';
import type { Sum } from '@hotline/db/figures/sums';
import { audit } from '@hotline/db/people/people';
import type { Tx } from '@hotline/db/store/open';
import type { PublishedFigureRow } from '@hotline/db/store/publishedRows';
import type { Bulletin } from '@hotline/shared/api/bulletins';
import { schemeMonth } from '@hotline/shared/assessment/schemeMonth';
import { bulletinFigures } from '@hotline/shared/figures/bulletin';
import type { Figure } from '@hotline/shared/figures/figure';
import { figures } from '@hotline/shared/figures/index';
import { holds } from '@hotline/shared/people/actor';
import { bulletinReaders, managers } from '@hotline/shared/people/roles';
import { Refusal } from '@hotline/shared/refusal';
import { localDate } from '@hotline/shared/time/instant';
import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../app/hotline.ts';
import { newId } from '../app/ids.ts';
import { serve } from '../app/route.ts';
import type { SignedIn } from '../sessions/signedIn.ts';
import { centreOf } from '../tickets/appealRoutes.ts';
import { addedUp, definitionOf, labelOf, rowOf } from './answers.ts';
import { byScheme, scoresNow } from './bulletinScores.ts';
import { drillOf, provisionalFrom, questionOf } from './question.ts';
import { sum } from './sum.ts';

/** 月度通报: what is published is stored as published, whatever is counted later. */
export function bulletinRoutes(server: FastifyInstance, hotline: Hotline): void {
  const { reader } = hotline.store;
  serve(server, hotline, 'bulletins', bulletinReaders, async ({ me }) => ({
    items: (await publishedMonths(reader, centreOf(hotline, me))).map((r) => ({ month: r.month, ...shownRevision(r) })),
  }));

  serve(server, hotline, 'bulletin', bulletinReaders, async ({ me, params }) => bulletinOf(hotline, me, params.month));

  serve(server, hotline, 'publishBulletin', managers, async ({ me, body: { month, note } }) => {
    const centreId = centreOf(hotline, me);
    const now = await bulletinOf(hotline, me, month);
    if (!now.complete) throw new Refusal('conflict', '本月尚未结束，请在次月发布。');
    const last = now.revisions[0]?.revision ?? 0;
    if (last > 0 && !note) throw new Refusal('conflict', '该月通报已经发布。如需更正，请写明更正原因后再发布。');
    const id = newId();
    const numbers = now.figures.flatMap(({ definition, total, rows }) =>
      [total, ...rows].flatMap((line) => (line.now ? [publishedRow(id, definition, line.departmentId, line.now)] : [])),
    );
    const scores = await scoresNow(hotline, centreId, month);
    const published = { id, centreId, month, revision: last + 1, asOf: now.asOf, publishedAt: hotline.now() };
    const publish = async (tx: Tx) => {
      const [newest] = await revisionsOf(tx, centreId, month);
      if ((newest?.revision ?? 0) !== last) throw new Refusal('conflict', '该月通报刚刚已由他人发布，请刷新查看。');
      await insertBulletin(
        tx,
        { ...published, publishedBy: me.person.id, note: note ?? null },
        numbers,
        scores.map((row) => ({ bulletinId: id, ...row })),
      );
      await audit(tx, {
        at: published.publishedAt,
        personId: me.person.id,
        act: 'publishBulletin',
        subjectId: `${centreId}:${month}:${last + 1}`,
        purpose: note ?? null,
      });
      return { result: undefined, events: [], deltas: [] };
    };
    // One lane: of two managers at once the second finds what the first published.
    await hotline.writer.write(publish, { lane: `bulletin:${centreId}` });
    return bulletinOf(hotline, me, month);
  });
}

/** A month: each figure's total and departments, as published last and as counted now. */
async function bulletinOf(hotline: Hotline, me: SignedIn, month: string): Promise<Bulletin> {
  const { reader } = hotline.store;
  const centreId = centreOf(hotline, me);
  const { from, to } = schemeMonth(month, 1);
  const revisions = await revisionsOf(reader, centreId, month);
  const newest = revisions[0];
  const stored = newest ? await publishedFigures(reader, newest.id) : [];
  const scores = newest ? await publishedScores(reader, newest.id) : await scoresNow(hotline, centreId, month);
  const lines = [];
  for (const name of bulletinFigures) {
    const figure: Figure = figures[name];
    const q = questionOf(hotline, me, figure, { from, to });
    const byDepartment = figure.groups.includes('department') ? await sum(hotline, q, 'department') : [];
    const total = byDepartment.length > 0 ? addedUp(byDepartment) : addedUp(await sum(hotline, q, 'none'));
    const was = stored.filter((row) => row.figure === name);
    const line = (departmentId: string, counted: Sum | undefined) => {
      const groupBy = departmentId === '' ? 'none' : 'department';
      const label = departmentId === '' ? '合计' : labelOf(hotline, q, 'department', departmentId);
      const published = was.find((row) => row.departmentId === departmentId);
      return {
        departmentId: departmentId || null,
        label,
        published: published ? shownNumbers(published) : null,
        now: counted ? rowOf(q.figure, counted, label, drillOf(q, {}, groupBy, departmentId)) : null,
      };
    };
    const departments = new Set([...byDepartment.map((counted) => counted.key), ...was.map((row) => row.departmentId)]);
    departments.delete('');
    lines.push({
      definition: definitionOf(q.figure),
      total: line('', total),
      rows: [...departments].sort().map((id) =>
        line(
          id,
          byDepartment.find((counted) => counted.key === id),
        ),
      ),
    });
  }
  const asked = questionOf(hotline, me, figures.timelyReplyRate, { from, to });
  const { asOf, utcOffsetMinutes } = asked;
  const complete = localDate(asOf, utcOffsetMinutes) > to;
  const mayPublish =
    complete && holds(me.actor, managers, hotline.catalog.directory().centres.get(centreId)?.path ?? '');
  return {
    month,
    from,
    to,
    asOf,
    provisionalFrom: provisionalFrom(hotline, asked),
    complete,
    mayPublish,
    revisions: revisions.map(shownRevision),
    figures: lines,
    scores: byScheme(hotline, scores),
  };
}

const shownRevision = ({ revision, asOf, publishedAt, publishedBy, note }: Revision) => ({
  revision: Number(revision),
  asOf,
  publishedAt,
  publishedBy,
  note,
});

const shownNumbers = ({ bulletinId, figure, departmentId, excluded, ...numbers }: PublishedFigureRow) => ({
  ...numbers,
  excluded: JSON.parse(excluded) as Record<string, number>,
});

const publishedRow = (
  bulletinId: string,
  definition: Bulletin['figures'][number]['definition'],
  departmentId: string | null,
  now: NonNullable<Bulletin['figures'][number]['total']['now']>,
): PublishedFigureRow => ({
  bulletinId,
  figure: definition.id,
  definitionVersion: definition.version,
  departmentId: departmentId ?? '',
  numerator: now.numerator,
  denominator: now.denominator,
  unit: now.unit,
  rate: now.rate,
  original: now.original?.numerator ?? null,
  originalRate: now.original?.rate ?? null,
  excluded: JSON.stringify(now.excluded),
});
