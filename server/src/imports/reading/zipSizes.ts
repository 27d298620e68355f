/** One file inside a zip, in bytes as its directory tells them. */
type Entry = { readonly packed: number; readonly unpacked: number };

/** What a workbook of a million rows comes to; more is not read. */
const mostUnpacked = 1_500_000_000;
/** Tables become twenty times smaller at most; what becomes a thousand times smaller was made to fill a memory. */
const mostFold = 200;
const harmless = 50_000_000;

/** Whether a zip says of itself that it unpacks to more than any table. One that lies is ended by its own process. */
export function isZipBomb(bytes: Buffer): boolean {
  const entries = entriesOf(bytes);
  const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  const isFolded = ({ packed, unpacked }: Entry) => unpacked > harmless && unpacked > packed * mostFold;
  return total > mostUnpacked || entries.some(isFolded);
}

/** PKWARE APPNOTE 4.3.12 and 4.3.16: the directory stands at the end. Nothing where there is none. */
function entriesOf(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf(Buffer.from('504b0506', 'hex'));
  if (end < 0 || end + 22 > bytes.length) return [];
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  while (at + 46 <= end && bytes.readUInt32LE(at) === 0x02014b50) {
    entries.push({ packed: bytes.readUInt32LE(at + 20), unpacked: bytes.readUInt32LE(at + 24) });
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}
