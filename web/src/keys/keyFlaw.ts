import type { TextKey } from '../text/zh.ts';
import { type CommandName, commands } from './commands.ts';
import { isLetterKey } from './keyNames.ts';

const set = (keys: string) => new Set(keys.split(' '));

/** What browsers and desktops keep for themselves: a page never hears of them, or must not take them away. */
const ofBrowser = set(
  'ctrl+t ctrl+n ctrl+w ctrl+q ctrl+r ctrl+l ctrl+p ctrl+f ctrl+h ctrl+d ctrl+o ctrl+u ctrl+j ctrl+tab ctrl+pageup ctrl+pagedown ctrl+0 ctrl+1 ctrl+2 ctrl+3 ctrl+4 ctrl+5 ctrl+6 ctrl+7 ctrl+8 ctrl+9 ctrl++ ctrl+- ctrl+= ctrl+shift+t ctrl+shift+n ctrl+shift+w ctrl+shift+r ctrl+shift+i ctrl+shift+j ctrl+shift+c ctrl+shift+tab ctrl+shift+delete alt+f4 alt+tab alt+home alt+arrowleft alt+arrowright alt+d alt+e alt+f f1 f3 f5 f6 f7 f11 f12 printscreen contextmenu',
);
/** What every field understands. */
const ofEditing = set('ctrl+a ctrl+c ctrl+v ctrl+x ctrl+z ctrl+y ctrl+shift+z ctrl+shift+v ctrl+backspace ctrl+delete');
/** What input methods switch with. */
const ofInputMethod = new Set(['ctrl+ ', 'shift+ ', 'ctrl+shift+ ', 'ctrl+.', 'ctrl+,', 'ctrl+shift+f', 'alt+ ']);
const fixed = set(
  'escape enter tab backspace delete home end pageup pagedown insert arrowup arrowdown arrowleft arrowright shift+tab alt+1 alt+2 alt+3',
);

/** Why a key cannot be this command's, as a sentence; null: it can. */
export function keyFlaw(key: string, name: CommandName): TextKey | null {
  if (ofBrowser.has(key)) return 'keys.flaw.browser';
  if (ofEditing.has(key)) return 'keys.flaw.editing';
  if (ofInputMethod.has(key)) return 'keys.flaw.inputMethod';
  if (fixed.has(key) || key === ' ') return 'keys.flaw.fixed';
  const isPlain = isLetterKey(key) || key.startsWith('shift+');
  if (commands[name].where !== 'list' && commands[name].where !== 'everywhere' && isPlain && !/f\d+$/.test(key))
    return 'keys.flaw.writing';
  return null;
}
