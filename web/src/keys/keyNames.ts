type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/**
 * `ctrl+k`, `alt+1`, `shift+f2`, `?`, `j`: one name for each thing a hand can press. Null while only Ctrl, Alt or Shift are
 * held. With Alt, some keyboards write another character: the key itself counts.
 */
export function keyName({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string | null {
  if (['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Process', 'Dead', 'Unidentified'].includes(key))
    return null;
  const ctrl = ctrlKey || metaKey;
  const plain = altKey ? code.replace(/^(Digit|Key)/, '') || key : key;
  const isCharacter = [...plain].length === 1;
  // A character alone already tells whether Shift was held: «?» is Shift and «/».
  const shift = shiftKey && (!isCharacter || ctrl || altKey);
  return `${ctrl ? 'ctrl+' : ''}${altKey ? 'alt+' : ''}${shift ? 'shift+' : ''}${plain.toLowerCase()}`;
}

/** As printed on the keyboard: `Ctrl+K`, `F2`, `?`. */
export const keyText = (name: string): string =>
  name
    .replaceAll(/(.)\+/g, '$1\n')
    .split('\n')
    .map((part) => words[part] ?? (part.length > 1 ? part[0]?.toUpperCase() + part.slice(1) : part))
    .map((part, i, all) => (all.length > 1 && i === all.length - 1 ? part.toUpperCase() : part))
    .join('+')
    .replace(/ENTER$/, 'Enter');

const words: Record<string, string> = { escape: 'Esc', ' ': 'Space', arrowdown: '↓', arrowup: '↑' };

/** One key that writes a character: it can be a command only where nothing is being written. */
export const isLetterKey = (name: string) => [...name].length === 1;
