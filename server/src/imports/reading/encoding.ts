import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Encoding } from '@hotline/shared/imports/reading';
import chardet from 'chardet';

/**
 * In what a file is written: by its byte order mark, else whatever reads the whole of it with the fewest characters that
 * cannot be. Simplified and traditional text differ only in which characters are common: between those two `chardet` decides.
 */
export async function detectEncoding(file: string): Promise<Encoding> {
  const head = await headOf(file, 65_536);
  const marked = byMark(head) ?? byNulls(head);
  if (marked) return marked;
  const flaws = await flawsIn(file);
  const utf8 = flaws['utf-8'];
  if (flaws.isUtf8 || utf8.flaws * 20 < utf8.beyondAscii) return 'utf-8';
  if (flaws.gb18030.flaws === flaws.big5.flaws) return isTraditional(head) ? 'big5' : 'gb18030';
  return flaws.gb18030.flaws < flaws.big5.flaws && !(flaws.big5.flaws < 3 && isTraditional(head)) ? 'gb18030' : 'big5';
}

/** The file as text, piece by piece; what cannot be read is U+FFFD. `onBytes` hears of each piece. */
export async function* decoded(
  file: string,
  encoding: Encoding,
  onBytes: (count: number) => void = () => undefined,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytesOf(file)) {
    onBytes(chunk.length);
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

const bytesOf = (file: string): AsyncIterable<Buffer> => createReadStream(file);

/** The first bytes of a file. */
export async function headOf(file: string, length: number): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function byMark(head: Buffer): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null;
}

/** Digits, commas and line ends leave every other byte of UTF-16 empty; no other text holds NUL. */
function byNulls(head: Buffer): Encoding | null {
  let [even, odd] = [0, 0];
  for (const [i, byte] of head.entries()) if (byte === 0) i % 2 === 0 ? even++ : odd++;
  if (even + odd < head.length / 50) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

async function flawsIn(file: string) {
  const tried = ['utf-8', 'gb18030', 'big5'] as const;
  const counted = tried.map((encoding) => ({ decoder: new TextDecoder(encoding), flaws: 0, beyondAscii: 0 }));
  // Characters that UTF-8 itself spells out as unreadable are its own; only bytes that are none speak against it.
  const strict = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  const strictly = (chunk?: Buffer) => {
    try {
      if (isUtf8) strict.decode(chunk, { stream: chunk !== undefined });
    } catch {
      isUtf8 = false;
    }
  };
  const count = (one: (typeof counted)[number], text: string) => {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code > 127) one.beyondAscii++;
      // Nobody writes in the private use area: where GB 18030 leads there, it was another encoding.
      if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff)) one.flaws++;
    }
  };
  for await (const chunk of bytesOf(file)) {
    strictly(chunk);
    for (const one of counted) count(one, one.decoder.decode(chunk, { stream: true }));
  }
  strictly();
  for (const one of counted) count(one, one.decoder.decode());
  const [utf8, gb18030, big5] = counted;
  if (!utf8 || !gb18030 || !big5) throw new Error('three were tried');
  return { isUtf8, 'utf-8': utf8, gb18030, big5 };
}

function isTraditional(head: Buffer): boolean {
  const found = new Map(chardet.analyse(head).map(({ name, confidence }) => [name, confidence]));
  return (found.get('Big5') ?? 0) > (found.get('GB18030') ?? 0);
}
