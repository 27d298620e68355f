import { Refusal } from '@hotline/shared/refusal';

/** What a store says of itself; `version` counts the migrations it has been through. */
export type Stamp = { readonly product: string; readonly version: number };

/** The mark of a hotline's store, so that another program's database is never written to. */
export const product = 'hotline-12345';

/** The tables of a database, by name, and its stamp where it has one. */
export type Found = { readonly tables: readonly string[]; readonly stamp: Stamp | null };

/**
 * The version of a store, 0 for an empty database.
 * @throws Refusal with a sentence that says what to do, for a database that is not this product's, or is a newer one's.
 */
export function versionOf({ tables, stamp }: Found, known: number): number {
  if (tables.length === 0) return 0;
  if (stamp === null && tables.includes('kysely_migration') && tables.includes('numbering'))
    throw new Refusal(
      'conflict',
      '这个数据库由正式版之前的开发版本建立，不能升级。请将它移到别处，再启动以建立新库；旧数据可导出后用 hotline import 导入。',
    );
  if (stamp === null || stamp.product !== product)
    throw new Refusal(
      'conflict',
      '这不是 12345 热线的数据库，未作任何改动。请核对 HOTLINE_DATABASE 或 --database 指向的位置。',
    );
  if (stamp.version > known)
    throw new Refusal(
      'conflict',
      `数据库的版本（${stamp.version}）比本程序（${known}）新，未作任何改动。请改用新版程序，或用 hotline restore 恢复升级前的备份。`,
    );
  return stamp.version;
}
