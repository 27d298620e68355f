/** One message of the manager interface: its fields by lower-case name, the first of a repeated one. */
export type Packet = ReadonlyMap<string, string>;

const maxBytes = 1024 * 1024;
const end = Buffer.from('\r\n\r\n');

/**
 * Puts messages together from bytes that come in pieces of any size: a greeting of one line, then blocks of
 * `Name: value` lines, each ended by an empty one.
 * @throws Error when a message grows without end: what is at the other side is no Asterisk.
 */
export function packetReader(take: (packet: Packet) => void): (chunk: Buffer) => void {
  let held: Buffer = Buffer.alloc(0);
  let isGreeted = false;
  return (chunk) => {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    if (!isGreeted) {
      const line = held.indexOf('\n');
      if (line < 0) return refuseEndless(held);
      held = held.subarray(line + 1);
      isGreeted = true;
    }
    for (let at = held.indexOf(end); at >= 0; at = held.indexOf(end)) {
      const text = held.toString('utf8', 0, at);
      held = held.subarray(at + end.length);
      if (text.trim() !== '') take(fieldsOf(text));
    }
    refuseEndless(held);
  };
}

/** An action as it is sent. @throws Error for a value that would smuggle in another line. */
export function actionText(fields: Readonly<Record<string, string>>): string {
  const lines = Object.entries(fields).map(([name, value]) => {
    if (/[\r\n]/.test(value)) throw new Error(`line break in ${name} of an action`);
    return `${name}: ${value}\r\n`;
  });
  return `${lines.join('')}\r\n`;
}

function fieldsOf(text: string): Packet {
  const fields = new Map<string, string>();
  for (const line of text.split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const name = line.slice(0, colon).toLowerCase();
    if (!fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

function refuseEndless(held: Buffer): void {
  if (held.length > maxBytes) throw new Error('a message of the manager interface is longer than 1 MiB');
}
