import { Modal } from 'antd';
import { Link } from 'react-router';
import { useSettings } from '../data/settings.ts';
import { commandNames, commands, fixedKeys, keysOf, wheres } from '../keys/commands.ts';
import { keyText } from '../keys/keyNames.ts';
import { paths } from '../paths.ts';
import { useT } from '../text/translate.ts';
import { Kbd } from '../ui/Kbd.tsx';

/** `?`: every command with the keys it has for this person, by where it works. */
export function ShortcutSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useT();
  const own = useSettings((s) => s.keys);
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t('keys.title')} width={720} destroyOnHidden>
      <div className="key-sheet">
        {wheres.map((where) => (
          <section key={where} aria-label={t(`keys.where.${where}`)}>
            <h3>{t(`keys.where.${where}`)}</h3>
            <dl className="keys">
              {commandNames
                .filter((name) => commands[name].where === where)
                .map((name) => (
                  <Line key={name} label={t(commands[name].label)} keys={keysOf(name, own).map(keyText)} />
                ))}
              {fixedKeys
                .filter((fixed) => fixed.where === where)
                .map(({ label, text }) => (
                  <Line key={label} label={t(label)} keys={[text]} />
                ))}
            </dl>
          </section>
        ))}
      </div>
      <Link to={paths.settings('keys')} onClick={onClose}>
        {t('keys.change')}
      </Link>
    </Modal>
  );
}

function Line({ label, keys }: { label: string; keys: readonly string[] }) {
  const t = useT();
  return (
    <div>
      <dt>
        {keys.length === 0 ? (
          <span className="muted">{t('keys.none')}</span>
        ) : (
          keys.map((key) => <Kbd key={key}>{key}</Kbd>)
        )}
      </dt>
      <dd>{label}</dd>
    </div>
  );
}
