import { useSettings } from '../data/settings.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { type CommandName, keysOf } from './commands.ts';
import { keyText } from './keyNames.ts';

/** The key a command has for this person; nothing where it has none. */
export function CommandKey({ name }: { name: CommandName }) {
  const key = useKeyText(name);
  return key ? <Kbd>{key}</Kbd> : null;
}

/** As text, for a sentence that names it. */
export function useKeyText(name: CommandName): string {
  const [key] = keysOf(
    name,
    useSettings((s) => s.keys),
  );
  return key === undefined ? '' : keyText(key);
}
