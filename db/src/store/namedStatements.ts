import pg from 'pg';

/**
 * A connection to PostgreSQL that has a text which comes again planned once instead of each time: such a text gets a name, under
 * which the server keeps it. One that came only once or twice (a list of another length) is not worth its place there.
 *
 * A store is upgraded before a server of the new version opens it, so what a name stands for does not change its columns
 * while a connection lives.
 */
export class NamingClient extends pg.Client {
  override query(...given: unknown[]): ReturnType<typeof Reflect.apply> {
    const [text, values, callback] = given;
    const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text) : null;
    const asked: unknown[] = name === null ? given : [{ text, values, name }, callback];
    // The overloads of `query` answer differently; what is asked for is passed on as it came.
    return Reflect.apply(super.query, this, asked);
  }
}

const mostNames = 1500;
const mostCounted = 10_000;
const worthAName = 3;
const names = new Map<string, string>();
const uses = new Map<string, number>();

function nameOf(text: string): string | null {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= mostNames) return null;
  const used = (uses.get(text) ?? 0) + 1;
  if (used < worthAName) {
    if (uses.size >= mostCounted) uses.clear();
    uses.set(text, used);
    return null;
  }
  uses.delete(text);
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}
