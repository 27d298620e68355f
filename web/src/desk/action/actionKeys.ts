import type { OpenAction } from '@hotline/shared/ticket/lifecycle';
import { commandNames, commands, keysOf, type OwnKeys } from '../../keys/commands.ts';

/**
 * The letters that open actions, each with the first action it opens: the same on every ticket. One that the person has
 * given to a command of the list, or of everywhere, is that command's.
 */
export function keyedActions(actions: readonly OpenAction[], own: OwnKeys): ReadonlyMap<string, OpenAction> {
  const ofCommands = new Set(
    commandNames
      .filter((name) => commands[name].where === 'list' || commands[name].where === 'everywhere')
      .flatMap((name) => keysOf(name, own)),
  );
  const keyed = new Map<string, OpenAction>();
  for (const action of actions) {
    const { key, disabledReason } = action;
    if (key === null || disabledReason !== null || ofCommands.has(key.toLowerCase()) || keyed.has(key)) continue;
    keyed.set(key, action);
  }
  return keyed;
}

/** As printed beside a button: `f`, `Shift+F`. */
export const actionKeyText = (key: string) => (key === key.toLowerCase() ? key : `Shift+${key}`);

/** The letter of what was pressed: with Shift the capital, whatever Caps Lock says. */
export const letterOf = ({ key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>) =>
  shiftKey ? key.toUpperCase() : key.toLowerCase();
