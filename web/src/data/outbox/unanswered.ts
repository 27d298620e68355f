import { keepFor, keptFor } from '../personKeys.ts';
import { currentPerson } from '../session.ts';

const name = 'unanswered';
const keepMs = 20 * 3_600_000;
const keepAtMost = 20;
type Unanswered = { content: string; key: string; atMs: number };

/**
 * Keys of requests that got no answer, kept for the person in this browser: the same thing sent again, even after a reload
 * or by another window, carries the same key, so a request that did arrive is not done twice. The server keeps a key for a
 * day.
 */
export function keyFor(content: string, key: string): string {
  return read().find((u) => u.content === content)?.key ?? key;
}

export function rememberUnanswered(content: string, key: string, nowMs: number): void {
  const others = read().filter((u) => u.content !== content && nowMs - u.atMs < keepMs);
  write([...others, { content, key, atMs: nowMs }].slice(-keepAtMost));
}

export function forgetAnswered(content: string): void {
  const all = read();
  if (all.some((u) => u.content === content)) write(all.filter((u) => u.content !== content));
}

function read(): readonly Unanswered[] {
  const person = currentPerson();
  try {
    return person ? (JSON.parse(keptFor(person.id, name) ?? '[]') as Unanswered[]) : [];
  } catch {
    return [];
  }
}

function write(list: readonly Unanswered[]): void {
  const person = currentPerson();
  if (person) keepFor(person.id, name, list.length === 0 ? null : JSON.stringify(list));
}
