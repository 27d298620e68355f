import { reviseAll, reviseCentre } from '@hotline/db/centre/centres';
import { audit } from '@hotline/db/people/people';
import type { Tx } from '@hotline/db/store/open';
import type { AuditAct } from '@hotline/shared/api/admin/audit';
import { type Actor, holds, within } from '@hotline/shared/people/actor';
import type { Centre } from '@hotline/shared/people/directory';
import { administrators } from '@hotline/shared/people/roles';
import { Refusal } from '@hotline/shared/refusal';
import type { Instant } from '@hotline/shared/time/instant';
import type { Hotline } from '../app/hotline.ts';
import type { SignedIn } from '../sessions/signedIn.ts';

/** Who administers, and where. The command line administers everywhere. */
export type By = { readonly personId: string; readonly paths: readonly string[] };

export const byPerson = ({ actor }: SignedIn): By => ({
  personId: actor.id,
  paths: actor.grants.filter((g) => administrators.includes(g.role)).map((g) => g.path),
});

export const byCommandLine = (hotline: Hotline): By => ({
  personId: 'system',
  paths: [...hotline.catalog.directory().centres.values()].map((c) => c.path),
});

/** The centre named, or the first this person administers. @throws Refusal notFound where he administers none of it */
export function administered(hotline: Hotline, actor: Actor, centreId: string | undefined): Centre {
  const centres = [...hotline.catalog.directory().centres.values()];
  const found = centres.find(
    (c) => (centreId === undefined || c.id === centreId) && holds(actor, administrators, c.path),
  );
  if (!found) throw new Refusal('notFound', '没有这个受理中心，或您无权管理。');
  return found;
}

export const isWithin = (by: By, path: string) => by.paths.some((p) => within(path, p));

type Done = { act: AuditAct; subjectId: string; purpose: string | null };

/**
 * One audited change of a centre's administration (`centreId` null: of all): commands of this kind follow each other, on
 * several nodes too, and what is held in memory is read again after the commit.
 */
export async function administer<T>(
  hotline: Hotline,
  by: By,
  centreId: string | null,
  change: (tx: Tx, at: Instant) => Promise<{ result: T; done: Done }>,
): Promise<T> {
  const { result } = await hotline.writer.write(
    async (tx) => {
      const at = hotline.now();
      await (centreId === null ? reviseAll(tx) : reviseCentre(tx, centreId));
      const { result: made, done } = await change(tx, at);
      await audit(tx, { at, personId: by.personId, ...done });
      return { result: made, events: [], deltas: [] };
    },
    { lane: 'administration' },
  );
  await hotline.catalog.reload();
  return result;
}
