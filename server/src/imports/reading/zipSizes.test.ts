import { writeXlsx } from 'hucre';
import { expect, test } from 'vitest';
import { isZipBomb } from './zipSizes.ts';

/** A zip with nothing but its directory, which tells these sizes. */
function directory(...entries: readonly (readonly [packed: number, unpacked: number])[]): Buffer {
  const files = entries.map(([packed, unpacked]) => {
    const file = Buffer.alloc(46);
    file.writeUInt32LE(0x02014b50, 0);
    file.writeUInt32LE(packed, 20);
    file.writeUInt32LE(unpacked, 24);
    return file;
  });
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  return Buffer.concat([...files, end]);
}

test('a zip that says it unpacks to more than any table is told from a table', async () => {
  expect(isZipBomb(directory([123_737, 125_829_120]))).toBe(true);
  expect(isZipBomb(directory([1_000, 0xffffffff]))).toBe(true);
  expect(isZipBomb(directory([400_000_000, 900_000_000], [300_000_000, 700_000_000]))).toBe(true);
  expect(isZipBomb(directory([12_000_000, 240_000_000], [900, 40_000_000]))).toBe(false);
  const rows = Array.from({ length: 2_000 }, () => ['同样的内容', '同样的内容', '']);
  expect(isZipBomb(Buffer.from(await writeXlsx({ sheets: [{ name: '表', rows }] })))).toBe(false);
  for (const broken of [Buffer.alloc(0), Buffer.from('504b0506', 'hex'), directory().subarray(0, 10)])
    expect(isZipBomb(broken)).toBe(false);
});
