import { useSettings } from '../data/settings.ts';
import { useShortcuts } from '../ui/shortcuts.ts';
import { type CommandName, keysOf } from './commands.ts';
import { keyName } from './keyNames.ts';

type Actions = Partial<Record<CommandName, (event: KeyboardEvent) => void>>;

/** Commands of a page, by whatever keys the person gave them. */
export function useCommands(actions: Actions, active = true): void {
  const own = useSettings((s) => s.keys);
  const entries = Object.entries(actions) as [CommandName, (event: KeyboardEvent) => void][];
  useShortcuts(
    Object.fromEntries(entries.flatMap(([name, act]) => keysOf(name, own).map((key) => [key, act]))),
    active,
  );
}

/** For places that hear keys themselves: whether this key is that command's. */
export function isCommand(event: KeyboardEvent, name: CommandName): boolean {
  const key = keyName(event);
  return key !== null && keysOf(name, useSettings.getState().keys).includes(key);
}
