import { readPreferences, writePreferences } from '@hotline/db/people/preferences';
import { linesOf, merged, preferencesOf } from '@hotline/shared/people/preferences';
import { Refusal } from '@hotline/shared/refusal';
import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../app/hotline.ts';
import { serve } from '../app/route.ts';

const mostLines = 150;

export function preferenceRoutes(server: FastifyInstance, hotline: Hotline): void {
  serve(server, hotline, 'preferences', 'signedIn', async ({ me }) => {
    const { version, lines } = await readPreferences(hotline.store.reader, me.person.id);
    return { version, preferences: preferencesOf(lines) };
  });
  serve(server, hotline, 'changePreferences', 'signedIn', async ({ me, body }) => {
    const { result } = await hotline.writer.write(
      async (tx) => {
        const before = await readPreferences(tx, me.person.id);
        const lines = linesOf(body.change);
        if (new Set([...before.lines, ...lines].map((l) => l.field)).size > mostLines)
          throw new Refusal('tooLarge', '自定义的快捷键太多，请先恢复默认键。');
        const version = before.version + 1;
        await writePreferences(tx, me.person.id, version, lines);
        const preferences = merged(preferencesOf(before.lines), body.change);
        return { result: { version, preferences }, events: [], deltas: [] };
      },
      // What one person changes follows itself.
      { lane: me.person.id },
    );
    return result;
  });
}
