import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { Readable } from 'node:stream';
import { Refusal } from '@hotline/shared/refusal';

/** Part of a sound file, or all of it. */
type Sound = {
  status: 200 | 206;
  mediaType: string;
  length: number | null;
  contentRange: string | null;
  body: Readable;
};

/** Where the telephone system leaves its recordings: a folder of this machine, or an address that serves them. */
export type RecordingSource = { open(reference: string, range: string | undefined): Promise<Sound> };

export const recordingSource = (where: string): RecordingSource =>
  /^https?:\/\//.test(where) ? fromAddress(where) : fromFolder(where);

const mediaTypes: Record<string, string> = {
  '.wav': 'audio/wav',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.opus': 'audio/ogg',
  '.m4a': 'audio/mp4',
  '.webm': 'audio/webm',
};

function fromFolder(folder: string): RecordingSource {
  return {
    open: async (reference, range) => {
      const file = await within(folder, reference);
      const { size } = await stat(file);
      const part = partOf(range, size);
      const { start, end } = part ?? { start: 0, end: size - 1 };
      return {
        status: part ? 206 : 200,
        mediaType: mediaTypes[extname(file).toLowerCase()] ?? 'application/octet-stream',
        length: Math.max(0, end - start + 1),
        contentRange: part ? `bytes ${start}-${end}/${size}` : null,
        body: size === 0 ? Readable.from([]) : createReadStream(file, { start, end }),
      };
    },
  };
}

/** The file itself, links followed: nothing outside the folder, whatever the reference says. */
async function within(folder: string, reference: string): Promise<string> {
  if (reference.includes('\0') || /(^|[\\/])\.\.([\\/]|$)/.test(reference)) throw missing();
  const root = await realpath(folder).catch(() => null);
  const name = root !== null && reference.startsWith(`${folder}/`) ? reference.slice(folder.length + 1) : reference;
  if (root === null || /^([\\/]|[A-Za-z]:)/.test(name)) throw missing();
  const file = await realpath(join(root, name)).catch(() => null);
  if (file === null || !file.startsWith(root + sep) || !(await stat(file)).isFile()) throw missing();
  return file;
}

/** One range of bytes (RFC 9110 §14). Null: the whole, also where what is asked for lies outside, as a server may. */
function partOf(range: string | undefined, size: number): { start: number; end: number } | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if (first === '' && last === '') return null;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start > end || start >= size ? null : { start, end };
}

function fromAddress(base: string): RecordingSource {
  const root = new URL(base.endsWith('/') ? base : `${base}/`);
  return {
    open: async (reference, range) => {
      const url = URL.parse(/^https?:/.test(reference) ? reference : encodeURI(reference), root.href);
      // Whoever can name a recording must not make us read any other address.
      if (!url || url.origin !== root.origin || !url.pathname.startsWith(root.pathname)) throw missing();
      const answer = await fetch(url, {
        headers: range ? { range } : {},
        redirect: 'error',
        signal: AbortSignal.timeout(30_000),
      }).catch(() => null);
      if (!answer) throw new Refusal('unavailable', '录音服务器没有响应，请稍后重试。');
      if ((answer.status !== 200 && answer.status !== 206) || !answer.body) throw missing();
      const length = answer.headers.get('content-length');
      return {
        status: answer.status,
        mediaType: soundType(answer.headers.get('content-type'), url.pathname),
        length: length === null ? null : Number(length),
        contentRange: answer.headers.get('content-range'),
        body: Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]),
      };
    },
  };
}

/** Never what could be a page: a recording is sound, or bytes. */
const soundType = (told: string | null, path: string) =>
  told?.startsWith('audio/') ? told : (mediaTypes[extname(path).toLowerCase()] ?? 'application/octet-stream');

const missing = () => new Refusal('notFound', '找不到这段录音，可能尚未转存或已过保存期。');
