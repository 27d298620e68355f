import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { type CommandName, commands } from '../keys/commands.ts';
import { keyName, keyText } from '../keys/keyNames.ts';
import { useT } from '../text/translate.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { isComposing } from '../ui/shortcuts.ts';

type Props = {
  name: CommandName;
  keys: readonly string[];
  isOwn: boolean;
  recording: boolean;
  onRecord: (on: boolean) => void;
  onKey: (key: string) => void;
  onOff: () => void;
  onReset: () => void;
};

export function KeyRow({ name, keys, isOwn, recording, onRecord, onKey, onOff, onReset }: Props) {
  const t = useT();
  const command = t(commands[name].label);
  const button = useRef<HTMLButtonElement>(null);
  const latest = useRef({ onRecord, onKey });
  latest.current = { onRecord, onKey };
  useEffect(() => {
    if (!recording) return;
    // Before every other listener of the page: the key that is recorded must not also be obeyed.
    const listen = (event: KeyboardEvent) => {
      const key = keyName(event);
      if (key === null || isComposing(event) || key === 'tab') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (key === 'escape') latest.current.onRecord(false);
      else latest.current.onKey(key);
      button.current?.focus();
    };
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  }, [recording]);
  return (
    <tr>
      <th scope="row">{command}</th>
      <td className="muted">{t(`keys.where.${commands[name].where}`)}</td>
      <td className="key-cell">
        {recording ? (
          <span role="status" className="key-recording">
            {t('keys.recording')}
          </span>
        ) : keys.length === 0 ? (
          <span className="muted">{t('keys.none')}</span>
        ) : (
          keys.map((key) => (
            <span key={key}>
              <Kbd>{keyText(key)}</Kbd>
              <span className="visually-hidden">{keyText(key)}</span>
            </span>
          ))
        )}
      </td>
      <td>
        <Button
          ref={button}
          size="small"
          aria-label={t('keys.recordOf', { command })}
          aria-pressed={recording}
          onClick={() => onRecord(!recording)}
          onBlur={() => (recording ? onRecord(false) : undefined)}
        >
          {t('keys.record')}
        </Button>
        {keys.length > 0 ? (
          <Button size="small" type="text" aria-label={t('keys.offOf', { command })} onClick={onOff}>
            {t('keys.off')}
          </Button>
        ) : null}
        {isOwn ? (
          <Button size="small" type="text" aria-label={t('keys.resetOf', { command })} onClick={onReset}>
            {t('keys.reset')}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}
