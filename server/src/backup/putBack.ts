import type { Anew, Counted } from '@hotline/db/backup/anew';
import type { Tx } from '@hotline/db/store/open';
import { Refusal } from '@hotline/shared/refusal';
import type { Instant } from '@hotline/shared/time/instant';
import type { Manifest } from './manifest.ts';

/** How each store puts a backup where `url` points, and makes it a new history before anybody can see it. */
export type PutBack = (from: {
  readonly file: string;
  readonly manifest: Manifest;
  readonly url: string;
  readonly replace: boolean;
  readonly at: Instant;
  /** Folder for a copy of what stood there, where that is not simply renamed. */
  readonly keepIn: string;
  readonly anew: (tx: Tx, counted: readonly Counted[]) => Promise<Anew>;
}) => Promise<Anew & { readonly kept: string | null }>;

export const notEmpty = () =>
  new Refusal(
    'conflict',
    '目标数据库里已有数据，未作任何改动。确要以备份取代它，请加上 --replace；原有数据会另存，不会删除。',
  );

/** `20261102T020000Z`, for the name of a file. */
export const inName = (at: Instant) => `${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
