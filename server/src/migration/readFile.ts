import type { Found } from '@hotline/shared/api/imports';
import type { Reading } from '@hotline/shared/imports/reading';
import { Refusal } from '@hotline/shared/refusal';
import { inChild } from '../processes/child.ts';

type Files = { readonly sent: string; readonly rows: string };
export type FileTask = Files & { readonly reading: Reading };

/** A workbook of 100,000 rows takes half a gigabyte while it is read. */
const mostMegabytes = 2_048;

/**
 * `normalise` in a process of its own: some files, such as one with a cell of a hundred million letters in a hundred
 * kilobytes, end whatever reads them, and a thread would take the hotline along. @throws Refusal with what to do about the file
 */
export const readFile = (files: Files, reading: Reading): Promise<Found> =>
  inChild('readChild', { ...files, reading } satisfies FileTask, {
    mostMegabytes,
    ended: (isKilled) =>
      isKilled
        ? new Refusal('tooLarge', '文件太大，读不完。请分成几个文件，或另存为 CSV 后重新选择。')
        : new Refusal('unavailable', '读取文件时中断，请重新读取。'),
  });
