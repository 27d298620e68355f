import { Alert, Button } from 'antd';
import { useState } from 'react';
import { changeSettings, useSettings } from '../data/settings.ts';
import { type CommandName, commandNames, commands, holdersOf, keysOf } from '../keys/commands.ts';
import { keyFlaw } from '../keys/keyFlaw.ts';
import { keyText } from '../keys/keyNames.ts';
import { useT } from '../text/translate.ts';
import type { TextKey } from '../text/zh.ts';
import { KeyRow } from './KeyRow.tsx';

type Trouble = { key: string; name: CommandName; flaw: TextKey | null; holders: readonly CommandName[] };

/** 快捷键: each command's key recorded anew, refused with a sentence, or taken from the command that has it. */
export function KeySettingsPage() {
  const t = useT();
  const { keys: own, letterKeys } = useSettings();
  const [recording, setRecording] = useState<CommandName | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const nameOf = (name: CommandName) => t(commands[name].label);

  const put = (changes: readonly { command: CommandName; key: string | null }[], sentence: string) => {
    changeSettings({ keys: [...changes] });
    setRecording(null);
    setTrouble(null);
    setSaid(sentence);
  };
  const record = (name: CommandName, key: string) => {
    const flaw = keyFlaw(key, name);
    const holders = flaw ? [] : holdersOf(key, name, own);
    if (flaw || holders.length > 0) {
      setSaid(null);
      setTrouble({ key, name, flaw, holders });
      setRecording(null);
      return;
    }
    put([{ command: name, key }], t('keys.set', { command: nameOf(name), key: keyText(key) }));
  };
  const take = ({ key, name, holders }: Trouble) =>
    put(
      [{ command: name, key }, ...holders.map((command) => ({ command, key: '' }))],
      t('keys.set', { command: nameOf(name), key: keyText(key) }),
    );
  const reset = (name: CommandName) => {
    // The key it comes with may have become another's meanwhile.
    const [key = ''] = commands[name].keys;
    const holders = holdersOf(key, name, own);
    if (holders.length > 0) return setTrouble({ key, name, flaw: null, holders });
    put([{ command: name, key: null }], t('keys.backTo', { command: nameOf(name), key: keyText(key) }));
  };
  const resetAll = () =>
    put(
      Object.keys(own).map((command) => ({ command: command as CommandName, key: null })),
      t('keys.resetDone'),
    );
  return (
    <section aria-label={t('settings.keys')}>
      <label className="choice-option">
        <input
          type="checkbox"
          checked={letterKeys}
          onChange={(e) => changeSettings({ letterKeys: e.target.checked })}
        />
        {t('keys.letters')}
      </label>
      <p className="muted">{t('keys.lettersHint')}</p>
      <p role="status" className="settings-said">
        {said}
      </p>
      {trouble ? (
        <Alert
          type="warning"
          role="alert"
          title={
            trouble.flaw
              ? t(trouble.flaw, { key: keyText(trouble.key) })
              : t('keys.conflict', { key: keyText(trouble.key), other: trouble.holders.map(nameOf).join('、') })
          }
          action={
            trouble.holders.length > 0 ? (
              <Button size="small" onClick={() => take(trouble)}>
                {t('keys.take', { command: nameOf(trouble.name) })}
              </Button>
            ) : undefined
          }
        />
      ) : null}
      <table className="key-table">
        <thead>
          <tr>
            {(['command', 'where', 'key', 'actions'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`keys.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {commandNames.map((name) => (
            <KeyRow
              key={name}
              name={name}
              keys={keysOf(name, own)}
              isOwn={own[name] !== undefined}
              recording={recording === name}
              onRecord={(on) => {
                setTrouble(null);
                setSaid(null);
                setRecording(on ? name : null);
              }}
              onKey={(key) => record(name, key)}
              onOff={() => put([{ command: name, key: '' }], t('keys.switchedOff', { command: nameOf(name) }))}
              onReset={() => reset(name)}
            />
          ))}
        </tbody>
      </table>
      <Button disabled={Object.keys(own).length === 0} onClick={resetAll}>
        {t('keys.resetAll')}
      </Button>
    </section>
  );
}
