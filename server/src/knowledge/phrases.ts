import { audit } from '@hotline/db/people/people';
import { dropPhrase, findPhrase, insertPhrase, phrasesFor, updatePhrase } from '@hotline/db/people/phrases';
import type { Tx } from '@hotline/db/store/open';
import type { PhraseRow } from '@hotline/db/store/schema';
import type { AuditAct } from '@hotline/shared/api/admin/audit';
import type { Phrase } from '@hotline/shared/api/phrases';
import { holds } from '@hotline/shared/people/actor';
import { administrators } from '@hotline/shared/people/roles';
import { Refusal } from '@hotline/shared/refusal';
import type { Hotline } from '../app/hotline.ts';
import { newId } from '../app/ids.ts';
import type { SignedIn } from '../sessions/signedIn.ts';
import { centreOf } from '../tickets/appealRoutes.ts';

type Words = Pick<Phrase, 'place' | 'title' | 'text'>;
const mostOwn = 200;
const mostOfCentre = 1000;

export async function listPhrases(hotline: Hotline, me: SignedIn): Promise<Phrase[]> {
  const rows = await phrasesFor(hotline.store.reader, centreOf(hotline, me), me.person.id);
  return rows.map((row) => shown(hotline, me, row));
}

/** @throws Refusal forbidden (the centre's are its administrators'), conflict (too many) */
export async function addPhrase(hotline: Hotline, me: SignedIn, input: Words & Pick<Phrase, 'audience'>) {
  const { audience, ...words } = input;
  const at = hotline.now();
  const row: PhraseRow = {
    ...trimmed(words),
    id: newId(),
    centreId: centreOf(hotline, me),
    ownerId: audience === 'centre' ? null : me.person.id,
    version: 1,
    createdAt: at,
    createdBy: me.person.id,
    changedAt: at,
    changedBy: me.person.id,
    droppedAt: null,
  };
  if (!mayChange(hotline, me, row))
    throw new Refusal('forbidden', '全中心常用语由系统管理员维护，请保存为个人常用语，或请管理员添加。');
  await write(hotline, me, async (tx) => {
    const known = await phrasesFor(tx, row.centreId, me.person.id);
    const alike = known.filter((p) => (p.ownerId === null) === (row.ownerId === null));
    if (alike.length >= (row.ownerId === null ? mostOfCentre : mostOwn))
      throw new Refusal('conflict', '常用语太多，请先删除不用的。');
    await insertPhrase(tx, row);
    await audited(tx, me, row, 'addPhrase', at);
  });
  return shown(hotline, me, row);
}

/** @throws Refusal notFound, forbidden, stale */
export async function changePhrase(hotline: Hotline, me: SignedIn, id: string, version: number, input: Words) {
  const at = hotline.now();
  const words = trimmed(input);
  return write(hotline, me, async (tx) => {
    const before = await mine(hotline, me, tx, id);
    const change = { ...words, changedAt: at, changedBy: me.person.id };
    if ((await updatePhrase(tx, id, version, change)) === 0)
      throw new Refusal('stale', '这条常用语刚被他人修改，您写的内容还在。请关闭后重新打开查看。', {
        version: before.version,
      });
    await audited(tx, me, { ...before, ...change }, 'changePhrase', at);
    return shown(hotline, me, { ...before, ...change, version: version + 1 });
  });
}

/** @throws Refusal notFound, forbidden */
export async function removePhrase(hotline: Hotline, me: SignedIn, id: string): Promise<void> {
  const at = hotline.now();
  await write(hotline, me, async (tx) => {
    const before = await mine(hotline, me, tx, id);
    await dropPhrase(tx, id, me.person.id, at);
    await audited(tx, me, before, 'dropPhrase', at);
  });
}

/** A phrase I see and may change; of the centre's, everybody sees them and only administrators change them. */
async function mine(hotline: Hotline, me: SignedIn, tx: Tx, id: string): Promise<PhraseRow> {
  const row = await findPhrase(tx, id);
  if (!row || row.centreId !== centreOf(hotline, me) || (row.ownerId !== null && row.ownerId !== me.person.id))
    throw new Refusal('notFound', '没有这条常用语，可能已被删除。');
  if (!mayChange(hotline, me, row)) throw new Refusal('forbidden', '全中心常用语由系统管理员维护。');
  return row;
}

function mayChange(hotline: Hotline, { actor, person }: SignedIn, row: PhraseRow): boolean {
  if (row.ownerId !== null) return row.ownerId === person.id;
  const centre = hotline.catalog.directory().centres.get(row.centreId);
  return centre !== undefined && holds(actor, administrators, centre.path);
}

const write = async <T>(hotline: Hotline, me: SignedIn, command: (tx: Tx) => Promise<T>): Promise<T> => {
  const { result } = await hotline.writer.write(async (tx) => ({ result: await command(tx), events: [], deltas: [] }), {
    lane: centreOf(hotline, me),
  });
  return result;
};

/** What the centre says to everybody is on record; what people keep for themselves is theirs. */
const audited = async (tx: Tx, me: SignedIn, row: PhraseRow, act: AuditAct, at: string): Promise<void> => {
  if (row.ownerId === null)
    await audit(tx, {
      at,
      personId: me.person.id,
      act,
      subjectId: row.id,
      purpose: `${row.title}：${row.text}`.slice(0, 500),
    });
};

const trimmed = ({ place, title, text }: Words): Words => {
  const words = { place, title: title.trim(), text: text.trim() };
  if (words.title === '' || words.text.length < 2)
    throw new Refusal('invalid', '请填写常用语的名称和内容。', [{ path: words.title === '' ? '/title' : '/text' }]);
  return words;
};

const shown = (hotline: Hotline, me: SignedIn, row: PhraseRow): Phrase => ({
  id: row.id,
  audience: row.ownerId === null ? 'centre' : 'private',
  place: row.place,
  title: row.title,
  text: row.text,
  version: row.version,
  mayChange: mayChange(hotline, me, row),
});
