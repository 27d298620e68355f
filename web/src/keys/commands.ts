import type { TextKey } from '../text/zh.ts';

/** Where a command works. In a list, letters are commands; in forms only keys that write nothing are. */
export type Where = 'everywhere' | 'list' | 'form' | 'log';
type Command = { label: TextKey; keys: readonly string[]; where: Where };

/** Every command that has a key of its own: the sheet, the settings and the keyboard itself are made from this table. */
export const commands = {
  palette: { label: 'keys.palette', keys: ['ctrl+k', '/'], where: 'everywhere' },
  help: { label: 'keys.help', keys: ['?'], where: 'everywhere' },
  call: { label: 'keys.call', keys: ['f9'], where: 'everywhere' },
  next: { label: 'keys.next', keys: ['j'], where: 'list' },
  previous: { label: 'keys.previous', keys: ['k'], where: 'list' },
  news: { label: 'keys.news', keys: ['n'], where: 'list' },
  select: { label: 'keys.select', keys: ['x'], where: 'list' },
  batch: { label: 'keys.batch', keys: ['b'], where: 'list' },
  undo: { label: 'keys.undo', keys: ['z'], where: 'list' },
  submit: { label: 'keys.submit', keys: ['ctrl+enter'], where: 'form' },
  phrase: { label: 'keys.phrase', keys: ['f8'], where: 'form' },
  save: { label: 'keys.save', keys: ['ctrl+s'], where: 'log' },
  category: { label: 'keys.category', keys: ['f2'], where: 'log' },
  handOff110: { label: 'keys.handOff110', keys: ['f10'], where: 'log' },
} as const satisfies Record<string, Command>;
export type CommandName = keyof typeof commands;
export const commandNames = Object.keys(commands) as CommandName[];

/** Keys that are always the same, since a list or a row of buttons shows them. */
export const fixedKeys = [
  { keys: 'j / ↓', label: 'keys.arrows', where: 'list', text: '↓ ↑' },
  { keys: 'shift', label: 'keys.selectRange', where: 'list', text: 'Shift+j / k' },
  { keys: 'ctrl+a', label: 'keys.selectAll', where: 'list', text: 'Ctrl+A' },
  { keys: 'enter', label: 'keys.open', where: 'list', text: 'Enter' },
  { keys: 'letter', label: 'keys.action', where: 'list', text: 'a … y' },
  { keys: 'alt', label: 'keys.suggestion', where: 'form', text: 'Alt+1 … 3' },
  { keys: 'escape', label: 'keys.close', where: 'everywhere', text: 'Esc' },
] as const satisfies readonly { keys: string; label: TextKey; where: Where; text: string }[];

export const wheres = ['everywhere', 'list', 'form', 'log'] as const satisfies readonly Where[];

/** What a person put in place of the keys a command has by itself; an empty name: no key. */
export type OwnKeys = Readonly<Record<string, string>>;

export function keysOf(name: CommandName, own: OwnKeys): readonly string[] {
  const mine = own[name];
  return mine === undefined ? commands[name].keys : mine === '' ? [] : [mine];
}

/** Commands that would hear the same key at the same place. */
export const holdersOf = (key: string, name: CommandName, own: OwnKeys): CommandName[] =>
  commandNames.filter((other) => other !== name && meet(other, name) && keysOf(other, own).includes(key));

const meet = (a: CommandName, b: CommandName) => {
  const places: Where[] = [commands[a].where, commands[b].where];
  return !(places.includes('list') && places.includes('log'));
};
