import * as Type from 'typebox';
import { object, oneOf, orNull } from '../schema.ts';

const Clock = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', maxLength: 5 });
/** `ctrl+k`, `f2`, `?`; empty: the command has no key. */
const KeyName = Type.String({ maxLength: 30 });
const CommandName = Type.String({ pattern: '^[a-zA-Z0-9]{1,40}$', maxLength: 40 });
const KeyChoice = object({ command: CommandName, key: orNull(KeyName) });

const fields = {
  lang: oneOf(['zh', 'en']),
  textSize: Type.Union([Type.Literal(14), Type.Literal(16), Type.Literal(20)]),
  density: oneOf(['normal', 'compact']),
  /** Rings when a call comes in. */
  sound: Type.Boolean(),
  /** Tells of a call outside the page too. */
  notification: Type.Boolean(),
  /** Of the centre's clock, over midnight too; the same twice: never quiet. */
  quietFrom: Clock,
  quietTo: Clock,
  /** Whether keys of a single letter do anything: some people's hands rest on the keyboard. */
  letterKeys: Type.Boolean(),
};
type Fields = { [F in keyof typeof fields]: Type.Static<(typeof fields)[F]> };
const preferenceFields = Object.keys(fields) as (keyof Fields)[];

const optional = Object.fromEntries(
  Object.entries(fields).map(([name, schema]) => [name, Type.Optional(schema)]),
) as unknown as { [F in keyof typeof fields]: Type.TOptional<(typeof fields)[F]> };
const clearable = Object.fromEntries(
  Object.entries(fields).map(([name, schema]) => [name, Type.Optional(orNull(schema))]),
) as unknown as { [F in keyof typeof fields]: Type.TOptional<Type.TUnion<[(typeof fields)[F], Type.TNull]>> };

/** What a person chose, on whichever computer; what is absent was never chosen. */
export const Preferences = object({
  ...optional,
  keys: Type.Optional(Type.Array(object({ command: CommandName, key: KeyName }), { maxItems: 100 })),
});
export type Preferences = Type.Static<typeof Preferences>;

/** Fields to change; null: the default again. Fields that are not named stay as they are, key by key. */
export const PreferenceChange = object({
  ...clearable,
  keys: Type.Optional(Type.Array(KeyChoice, { maxItems: 100 })),
});
export type PreferenceChange = Type.Static<typeof PreferenceChange>;

/** One line of the store: a field, or a key under `keys.<command>`. */
export type PreferenceLine = { field: string; value: string | null };
const keyPrefix = 'keys.';

export const linesOf = ({ keys = [], ...plain }: PreferenceChange): PreferenceLine[] => [
  ...Object.entries(plain).map(([field, value]) => ({ field, value: value === null ? null : JSON.stringify(value) })),
  ...keys.map(({ command, key }) => ({
    field: `${keyPrefix}${command}`,
    value: key === null ? null : JSON.stringify(key),
  })),
];

/** The preferences these lines say; a field that no longer exists is left out. */
export function preferencesOf(lines: readonly PreferenceLine[]): Preferences {
  const known: Record<string, unknown> = {};
  const keys: { command: string; key: string }[] = [];
  for (const { field, value } of lines) {
    if (value === null) continue;
    if (field.startsWith(keyPrefix))
      keys.push({ command: field.slice(keyPrefix.length), key: JSON.parse(value) as string });
    else if (preferenceFields.some((name) => name === field)) known[field] = JSON.parse(value);
  }
  return { ...(known as Preferences), ...(keys.length > 0 ? { keys } : {}) };
}

/** What holds once `change` is made: each field by itself, so that two tabs do not undo each other. */
export function merged(before: Preferences, change: PreferenceChange): Preferences {
  const lines = new Map(linesOf(before).map(({ field, value }) => [field, value]));
  for (const { field, value } of linesOf(change)) lines.set(field, value);
  return preferencesOf([...lines].map(([field, value]) => ({ field, value })));
}
