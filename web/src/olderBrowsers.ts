/**
 * What the console uses and the oldest browsers it is promised to (`browserFloor.ts`) do not have, each only where it is
 * missing. The list is exactly what is used: `tests/browser/longer/floor.spec.ts` looks through the built pages for both kinds of
 * mistake. Imported before anything else.
 */
type Addition = { readonly on: object; readonly name: string; readonly does: unknown };

export const additions: Readonly<Record<string, Addition>> = {
  'Array.prototype.at': { on: Array.prototype, name: 'at', does: at },
  'String.prototype.at': { on: String.prototype, name: 'at', does: at },
  'Array.prototype.findLast': { on: Array.prototype, name: 'findLast', does: findLast },
  'Array.prototype.toReversed': { on: Array.prototype, name: 'toReversed', does: toReversed },
  'Array.prototype.toSorted': { on: Array.prototype, name: 'toSorted', does: toSorted },
  'Array.prototype.toSpliced': { on: Array.prototype, name: 'toSpliced', does: toSpliced },
  'Map.groupBy': { on: Map, name: 'groupBy', does: groupBy },
  'Object.hasOwn': { on: Object, name: 'hasOwn', does: hasOwn },
};

for (const { on, name, does } of Object.values(additions))
  if (!(name in on)) Object.defineProperty(on, name, { value: does, writable: true, configurable: true });

function at<T>(this: ArrayLike<T>, index = 0): T | undefined {
  const whole = Math.trunc(index) || 0;
  return this[whole < 0 ? this.length + whole : whole];
}

type Test = (value: unknown, index: number, all: readonly unknown[]) => unknown;
function findLast(this: readonly unknown[], isIt: Test, self?: unknown): unknown {
  for (let i = this.length - 1; i >= 0; i--) if (isIt.call(self, this[i], i, this)) return this[i];
  return undefined;
}

function toReversed<T>(this: readonly T[]): T[] {
  return Array.from(this).reverse();
}

function toSorted<T>(this: readonly T[], compare?: (a: T, b: T) => number): T[] {
  return Array.from(this).sort(compare);
}

function toSpliced<T>(this: readonly T[], ...change: [start: number, deleted: number, ...added: T[]]): T[] {
  const copy = Array.from(this);
  copy.splice(...change);
  return copy;
}

function groupBy<K, T>(values: Iterable<T>, keyOf: (value: T, index: number) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  let index = 0;
  for (const value of values) {
    const key = keyOf(value, index++);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

function hasOwn(owner: unknown, name: PropertyKey): boolean {
  // biome-ignore lint/suspicious/noPrototypeBuiltins: this is what stands in for Object.hasOwn
  return Object.prototype.hasOwnProperty.call(owner, name);
}
