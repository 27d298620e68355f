import { migrate } from '@hotline/db/migrate';
import { insertPerson, insertSession } from '@hotline/db/people/people';
import { openStore } from '@hotline/db/store/open';
import { saveSeat } from '@hotline/db/telephony/seats';
import { openHotline } from '@hotline/server/app/hotline';
import { buildServer } from '@hotline/server/app/server';
import { seedDemo } from '@hotline/server/demo/seed';
import { noLimits } from '@hotline/server/limits/settings';
import { tokenHash } from '@hotline/server/sessions/password';
import { serveAsChild } from './child.ts';

/** A hotline with so many agents at their telephones, signed in as `session-of-agent-<i>`. */
const [file = '', port = '0', agents = '0'] = process.argv.slice(2);
const store = openStore(`file:${file}`);
await migrate(store);
await seedDemo(store, { days: 0 });
const at = new Date().toISOString();
const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
await store.writer.transaction().execute(async (tx) => {
  for (let i = 0; i < Number(agents); i++) {
    const id = `p-load-${i}`;
    await insertPerson(
      tx,
      {
        id,
        username: `load-${i}`,
        name: `话务员 ${i}`,
        passwordHash: '-',
        demoAt: null,
        createdAt: at,
      },
      [{ role: 'agent', path: 'fz.' }],
    );
    await saveSeat(tx, { personId: id, extension: String(9000 + i), state: 'ready', since: at, callId: null });
    await insertSession(tx, {
      tokenHash: tokenHash(`session-of-agent-${i}`),
      personId: id,
      createdAt: at,
      seenAt: at,
      expiresAt,
    });
  }
});
const hotline = await openHotline(store, { limits: noLimits });
await serveAsChild(await buildServer(hotline), Number(port));
